import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../shared/dialog.tsx';
import type { Endpoint } from '../webhook.words.ts';
import { EditEndpointForm, NewEndpointForm } from './endpoint.form.tsx';
import { NewSecret } from './new.secret.tsx';

interface DialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Creates an endpoint, and shows its secret. */
export function NewEndpointDialog({ opened, onClose }: DialogProps) {
  const { t } = useTranslation(['webhooks', 'developers']);
  const [secret, setSecret] = useState<string>();
  const close = () => {
    setSecret(undefined);
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={t('developers:make')}
      size="lg"
      closeOnClickOutside={!secret}
      closeOnEscape={!secret}
    >
      {secret ? (
        <NewSecret secret={secret} onClose={close} />
      ) : (
        <NewEndpointForm onClose={close} onCreated={setSecret} />
      )}
    </Dialog>
  );
}

export function EditEndpointDialog({ endpoint, ...dialog }: DialogProps & { endpoint: Endpoint }) {
  const { t } = useTranslation('webhooks');
  return (
    <Dialog {...dialog} title={t('deed.edit')} size="lg">
      <EditEndpointForm endpoint={endpoint} onClose={dialog.onClose} />
    </Dialog>
  );
}
