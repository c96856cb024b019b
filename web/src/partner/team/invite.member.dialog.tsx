import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { PartnerRole } from '../../generated/enums.ts';
import { InviteMemberDocument } from '../../generated/partner/graphql.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { DraftNote } from '../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../shared/forms/draft.ts';
import { useFieldRules } from '../../shared/forms/field.rules.ts';
import { Problem } from '../../shared/problem.tsx';
import { useSubmission } from '../../shared/forms/submission.ts';
import { RoleChoice, type ChosenRole } from './role.choice.tsx';
import { showToast } from '../../shared/toasts.tsx';

interface InviteMemberDialogProps {
  opened: boolean;
  onClose: () => void;
}

const EMPTY: ChosenRole & { name: string; email: string } = { name: '', email: '', role: PartnerRole.Member };

export function InviteMemberDialog({ opened, onClose }: InviteMemberDialogProps) {
  const { t } = useTranslation('portal');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('members.invite')}>
      <InviteMemberForm onClose={onClose} />
    </Dialog>
  );
}

function InviteMemberForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['portal', 'common']);
  const { required, email } = useFieldRules();
  const { form, draft } = useDraftForm('invite:member', {
    initialValues: EMPTY,
    validate: { name: required(200), email },
  });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    reasonAt: { EMAIL_IN_USE: 'email' },
    send: async (values) => {
      await ask(InviteMemberDocument, values);
      return values.email;
    },
    done: (address) => {
      void queryClient.invalidateQueries();
      showToast(t('members.sent', { email: address }));
      onClose();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <DraftNote draft={draft} />
        <TextInput label={t('members.name')} data-autofocus key={form.key('name')} {...form.getInputProps('name')} />
        <TextInput label={t('members.email')} type="email" key={form.key('email')} {...form.getInputProps('email')} />
        <RoleChoice form={form} />
        <Problem error={problem} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={isPending}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {t('members.invite')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
