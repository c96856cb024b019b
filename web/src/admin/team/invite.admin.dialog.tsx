import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { InviteAdminDocument } from '../../generated/admin/graphql.ts';
import { useFieldRules } from '../../shared/field.rules.ts';
import { Problem } from '../../shared/problem.tsx';
import { useSubmission } from '../../shared/submission.ts';

interface InviteAdminDialogProps {
  opened: boolean;
  onClose: () => void;
}

const EMPTY = { name: '', email: '' };

export function InviteAdminDialog({ opened, onClose }: InviteAdminDialogProps) {
  const { t } = useTranslation(['admin', 'common']);
  const { required, email } = useFieldRules();
  const form = useForm({ mode: 'uncontrolled', initialValues: EMPTY, validate: { name: required(200), email } });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: async (values) => {
      await ask(InviteAdminDocument, values);
      return values.email;
    },
    done: (address) => {
      void queryClient.invalidateQueries();
      notifications.show({ message: t('team.sent', { email: address }) });
      form.reset();
      onClose();
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t('team.invite')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <TextInput label={t('team.name')} data-autofocus key={form.key('name')} {...form.getInputProps('name')} />
          <TextInput label={t('team.email')} type="email" key={form.key('email')} {...form.getInputProps('email')} />
          <Problem error={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={isPending}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={isPending}>
              {t('team.invite')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
