import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { ChangeMemberRoleDocument, type MembersQuery } from '../../generated/partner/graphql.ts';
import { useChange } from '../../shared/forms/change.ts';
import { Conflict } from '../../shared/forms/conflict.tsx';
import { Dialog } from '../../shared/dialog.tsx';
import { Problem } from '../../shared/problem.tsx';
import { useSubmission } from '../../shared/forms/submission.ts';
import { useMemberWords } from './member.words.ts';
import { RoleChoice, type ChosenRole } from './role.choice.tsx';
import { showToast } from '../../shared/toasts.tsx';

type Member = MembersQuery['members']['items'][number];

interface ChangeRoleDialogProps {
  /** As of opening the dialog. */
  member: Member;
  opened: boolean;
  onClose: () => void;
}

export function ChangeRoleDialog({ member, opened, onClose }: ChangeRoleDialogProps) {
  const { t } = useTranslation('portal');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('members.roleOf', { name: member.name })}>
      <ChangeRoleForm key={member.id} member={member} onClose={onClose} />
    </Dialog>
  );
}

function ChangeRoleForm({ member, onClose }: Pick<ChangeRoleDialogProps, 'member' | 'onClose'>) {
  const { t } = useTranslation(['portal', 'common']);
  const { id, name, partnerRole: role } = member;
  const words = useMemberWords();
  const form = useForm<ChosenRole>({ mode: 'uncontrolled', initialValues: { role } });
  const { missed, send } = useChange(member);
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: (values) => send((expectedVersion) => ask(ChangeMemberRoleDocument, { id, ...values, expectedVersion })),
    done: () => {
      void queryClient.invalidateQueries();
      showToast(t('members.done.changeRole', { name }));
      onClose();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <RoleChoice form={form} />
        <Text size="sm">{t('members.keysEnd', { name })}</Text>
        {missed ? (
          <Conflict missed={missed} kind="user" words={words} action={t('members.changeRole')} />
        ) : (
          <Problem error={problem} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={isPending}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {t('members.changeRole')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
