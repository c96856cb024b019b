import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { post } from '../api/transport.ts';
import { ConfirmIdentityDocument } from '../generated/public/graphql.ts';
import { Problem } from '../shared/problem.tsx';
import { useSubmission } from '../shared/forms/submission.ts';
import { CodeInput } from './code.input.tsx';
import { confirm, refuse, useIsConfirming } from './confirmation.ts';
import { accessToken } from './session.ts';
import { useSession } from './session.store.ts';

/** Shown before a change that needs a recent sign-in. The request continues afterwards. */
export function ConfirmIdentityDialog() {
  const { t } = useTranslation();
  const session = useSession();
  const isConfirming = useIsConfirming();
  if (session.state !== 'in') return null;
  return (
    <Modal opened={isConfirming} onClose={refuse} title={t('confirmIdentity.title')} zIndex={300}>
      <ConfirmIdentityForm hasFactor={session.viewer.secondFactorAt != null} />
    </Modal>
  );
}

function ConfirmIdentityForm({ hasFactor }: { hasFactor: boolean }) {
  const { t } = useTranslation();
  const field = hasFactor ? 'code' : 'password';
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { [field]: '' },
    validate: { [field]: (value: string) => (value === '' ? t('field.required') : null) },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: async (values) =>
      (await post(ConfirmIdentityDocument, values, { token: await accessToken() })).confirmIdentity,
    done: confirm,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <Text size="sm">{t('confirmIdentity.text')}</Text>
        <Problem error={problem} />
        {hasFactor ? (
          <CodeInput data-autofocus key={form.key(field)} {...form.getInputProps(field)} />
        ) : (
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            data-autofocus
            key={form.key(field)}
            {...form.getInputProps(field)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={refuse} disabled={isPending}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {t('confirmIdentity.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
