import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { ChangeAdminRolesDocument, type AdminsQuery } from '../../generated/admin/graphql.ts';
import { useChange } from '../../shared/forms/change.ts';
import { Conflict } from '../../shared/forms/conflict.tsx';
import { Dialog } from '../../shared/dialog.tsx';
import { Problem } from '../../shared/problem.tsx';
import { useSubmission } from '../../shared/forms/submission.ts';
import { useAdminWords } from './admin.words.ts';
import { RolesChoice, rolesToSend, useRolesRule, type ChosenRoles } from './roles.choice.tsx';
import { showToast } from '../../shared/toasts.tsx';

type Admin = AdminsQuery['admins']['items'][number];

interface ChangeRolesDialogProps {
  /** As of opening the dialog. */
  admin: Admin;
  opened: boolean;
  onClose: () => void;
}

export function ChangeRolesDialog({ admin, opened, onClose }: ChangeRolesDialogProps) {
  const { t } = useTranslation('admin');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('team.rolesOf', { name: admin.name })}>
      <ChangeRolesForm key={admin.id} admin={admin} onClose={onClose} />
    </Dialog>
  );
}

function ChangeRolesForm({ admin, onClose }: Pick<ChangeRolesDialogProps, 'admin' | 'onClose'>) {
  const { t } = useTranslation(['admin', 'common']);
  const { id, name, roles } = admin;
  const words = useAdminWords();
  const form = useForm<ChosenRoles>({
    mode: 'uncontrolled',
    initialValues: { roles },
    validate: { roles: useRolesRule() },
  });
  const { missed, send } = useChange(admin);
  const { onSubmit, isPending, problem } = useSubmission(form, {
    send: (values) =>
      send((expectedVersion) =>
        ask(ChangeAdminRolesDocument, { id, roles: rolesToSend(values.roles), expectedVersion }),
      ),
    done: () => {
      void queryClient.invalidateQueries();
      showToast(t('team.done.changeRoles', { name }));
      onClose();
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <RolesChoice form={form} />
        {missed ? (
          <Conflict missed={missed} kind="user" words={words} action={t('team.changeRoles')} />
        ) : (
          <Problem error={problem} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={isPending}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {t('team.changeRoles')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
