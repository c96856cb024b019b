import { Button, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession, leaveForGood } from './session.store.ts';
import { SignInForm } from './sign-in.form.tsx';

/** Covers a page that lost its session. Entries stay, and requests continue after sign-in. */
export function SessionLostDialog() {
  const { t } = useTranslation();
  const session = useSession();
  if (session.state !== 'lost') return null;
  const { name, email } = session.viewer;
  return (
    <Modal
      opened
      onClose={leaveForGood}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('sessionLost.title')}
    >
      <Stack>
        <Text size="sm">{t('sessionLost.text', { name })}</Text>
        <SignInForm email={email} />
        <Button variant="subtle" color="gray" onClick={leaveForGood}>
          {t('sessionLost.leave')}
        </Button>
      </Stack>
    </Modal>
  );
}
