import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { AdminRole } from '../../generated/enums.ts';
import { InviteAdminDocument } from '../../generated/admin/graphql.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { DraftNote } from '../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../shared/forms/draft.ts';
import { useFieldRules } from '../../shared/forms/field.rules.ts';
import { Problem } from '../../shared/problem.tsx';
import { useSubmission } from '../../shared/forms/submission.ts';
import { RolesChoice, rolesToSend, useRolesRule, type ChosenRoles } from './roles.choice.tsx';
import { showToast } from '../../shared/toasts.tsx';

interface InviteAdminDialogProps {
  opened: boolean;
  onClose: () => void;
}

const EMPTY: ChosenRoles & { name: string; email: string } = { name: '', email: '', roles: [AdminRole.Review] };

export function InviteAdminDialog({ opened, onClose }: InviteAdminDialogProps) {
  const { t } = useTranslation('admin');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('team.invite')}>
      <InviteAdminForm onClose={onClose} />
    </Dialog>
  );
}

function InviteAdminForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['admin', 'common']);
  const { required, email } = useFieldRules();
  const { form, draft } = useDraftForm('invite:admin', {
    initialValues: EMPTY,
    validate: { name: required(200), email, roles: useRolesRule() },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    reasonAt: { EMAIL_IN_USE: 'email' },
    send: async (values) => {
      await ask(InviteAdminDocument, { ...values, roles: rolesToSend(values.roles) });
      return values.email;
    },
    done: (address) => {
      void queryClient.invalidateQueries();
      showToast(t('team.sent', { email: address }));
      onClose();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <TextInput label={t('team.name')} data-autofocus key={form.key('name')} {...form.getInputProps('name')} />
        <TextInput label={t('team.email')} type="email" key={form.key('email')} {...form.getInputProps('email')} />
        <RolesChoice form={form} />
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
  );
}
