import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import {
  AdminsDocument,
  DeactivateAdminDocument,
  ResetAdminFactorDocument,
  ResendAdminInvitationDocument,
  type AdminsQuery,
} from '../../generated/admin/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { ConfirmChange } from '../../shared/forms/confirm.change.tsx';
import { DataTable, pageVariables, type Column } from '../../shared/data/data.table.tsx';
import { DeedMenu } from '../../shared/deed.menu.tsx';
import { PageHeader } from '../../shared/layout/page.header.tsx';
import { ToneBadge } from '../../shared/data/tone.badge.tsx';
import { IconUserPlus } from '../../shared/icons.tsx';
import { mayManageAdmins } from '../rights.ts';
import { useAdminWords, useRoleNames } from './admin.words.ts';
import { ChangeRolesDialog } from './change.roles.dialog.tsx';
import { InviteAdminDialog } from './invite.admin.dialog.tsx';

type Admin = AdminsQuery['admins']['items'][number];
type Deed = 'changeRoles' | 'resend' | 'resetFactor' | 'deactivate';

const route = getRouteApi('/admin/team');
const IN_ORDER = { sortBy: 'joined', sortOrder: 'ASC' } as const;

export function AdminsPage() {
  const { t } = useTranslation('admin');
  const mayManage = mayManageAdmins(useViewer());
  const words = useAdminWords();
  const [isInviting, inviting] = useDisclosure();
  const [planned, setPlanned] = useState<{ deed: Deed; admin: Admin }>();
  const [isConfirming, confirming] = useDisclosure();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { page, limit } = pageVariables(search, IN_ORDER);
  const answer = useQuery({
    ...query(AdminsDocument, { page, limit }),
    placeholderData: keepPreviousData,
  });
  const plan = (deed: Deed, admin: Admin) => {
    setPlanned({ deed, admin });
    confirming.open();
  };
  return (
    <>
      <PageHeader
        title={t('team.title')}
        lead={t('team.lead')}
        actions={
          mayManage && (
            <Button onClick={inviting.open} leftSection={<IconUserPlus size={16} aria-hidden />}>
              {t('team.invite')}
            </Button>
          )
        }
      />
      <DataTable
        label={t('team.title')}
        columns={useColumns(plan)}
        list={answer.data?.admins}
        answer={answer}
        search={search}
        onSearch={(changes) => void navigate({ search: (before) => ({ ...before, ...changes }) })}
        defaultSort={IN_ORDER}
      />
      <InviteAdminDialog opened={isInviting} onClose={inviting.close} />
      {planned?.deed === 'changeRoles' && (
        <ChangeRolesDialog admin={planned.admin} opened={isConfirming} onClose={confirming.close} />
      )}
      {planned && planned.deed !== 'changeRoles' && (
        <ConfirmChange
          thing={planned.admin}
          kind="user"
          words={words}
          opened={isConfirming}
          onClose={confirming.close}
          title={t(`team.${planned.deed}`)}
          action={t(`team.${planned.deed}`)}
          isDangerous={planned.deed === 'deactivate'}
          act={async (expectedVersion) => {
            const { id, name } = planned.admin;
            if (planned.deed === 'resend') await ask(ResendAdminInvitationDocument, { id });
            else if (planned.deed === 'resetFactor') await ask(ResetAdminFactorDocument, { userId: id });
            else await ask(DeactivateAdminDocument, { id, expectedVersion });
            await queryClient.invalidateQueries();
            notifications.show({ message: t(`team.done.${planned.deed}`, { name }) });
          }}
        >
          <Text>{t(`team.means.${planned.deed}`, { name: planned.admin.name })}</Text>
        </ConfirmChange>
      )}
    </>
  );
}

function useColumns(plan: (deed: Deed, admin: Admin) => void): Column<Admin, string>[] {
  const { t } = useTranslation('admin');
  const viewer = useViewer();
  const namesOf = useRoleNames();
  const actions: Column<Admin, string> = {
    id: 'actions',
    title: t('team.actions'),
    render: (admin) =>
      admin.id === viewer.id ? null : (
        <DeedMenu
          label={t('team.change', { name: admin.name })}
          deeds={deedsFor(admin)}
          dangerous="deactivate"
          textOf={(deed) => t(`team.${deed}`)}
          onChoose={(deed) => plan(deed, admin)}
        />
      ),
  };
  return [
    {
      id: 'name',
      title: t('team.name'),
      render: ({ name, joinedAt }) => (
        <Group gap="xs">
          <Text fw={500}>{name}</Text>
          {!joinedAt && <ToneBadge color="gray">{t('team.invited')}</ToneBadge>}
        </Group>
      ),
    },
    { id: 'email', title: t('team.email'), from: 'sm', render: ({ email }) => email },
    { id: 'roles', title: t('team.roles.label'), render: ({ roles }) => namesOf(roles) },
    ...(mayManageAdmins(viewer) ? [actions] : []),
  ];
}

const deedsFor = ({ joinedAt, secondFactorAt }: Admin): Deed[] => [
  'changeRoles',
  ...(joinedAt ? [] : (['resend'] as const)),
  ...(secondFactorAt ? (['resetFactor'] as const) : []),
  'deactivate',
];
