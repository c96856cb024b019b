import { Modal, type ModalProps } from '@mantine/core';
import { createContext, useContext, useEffect, useState } from 'react';

const Sending = createContext<(isSending: boolean) => void>(() => undefined);

/** For what is sent from within a Dialog: until the answer is there, the dialog stays. */
export function useSending(isSending: boolean): void {
  const tell = useContext(Sending);
  useEffect(() => {
    tell(isSending);
    return () => tell(false);
  }, [tell, isSending]);
}

interface DialogProps extends ModalProps {
  isSending?: boolean;
}

/** A Modal that cannot be closed while something is sent from it: nobody would see that it failed. A form in it says so by itself. */
export function Dialog({ isSending: isKnown = false, onClose, children, ...modal }: DialogProps) {
  const [isFormSending, setFormSending] = useState(false);
  const isSending = isKnown || isFormSending;
  return (
    <Modal
      {...modal}
      onClose={() => {
        if (!isSending) onClose();
      }}
    >
      <Sending value={setFormSending}>{children}</Sending>
    </Modal>
  );
}
