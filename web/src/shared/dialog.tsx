import { Modal, type ModalProps } from '@mantine/core';
import { createContext, useContext, useEffect, useState } from 'react';

const Sending = createContext<(isSending: boolean) => void>(() => undefined);

/** Keeps the surrounding Dialog open until the response arrives. */
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

/** A Modal that stays open while it submits, so that a failure is seen. Forms inside report this themselves. */
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
