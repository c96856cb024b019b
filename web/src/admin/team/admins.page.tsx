import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
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
import { InterfaceKey } from '../../generated/enums.ts';
import { useViewer } from '../../session/session.store.ts';
import { ConfirmChange } from '../../shared/forms/confirm.change.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { List, pageOf } from '../../shared/list/list.tsx';
import type { Column, RowAction } from '../../shared/list/list.types.ts';
import { NameCell } from '../../shared/list/rows/name.cell.tsx';
import { ToneBadge } from '../../shared/data/tone.badge.tsx';
import { IconUserPlus } from '../../shared/icons.tsx';
import { Kbd } from '../../shared/keys/kbd.tsx';
import { useKeys } from '../../shared/keys/keys.ts';
import { mayManageAdmins } from '../rights.ts';
import { useAdminWords, useRoleNames } from './admin.words.ts';
import { ChangeRolesDialog } from './change.roles.dialog.tsx';
import { InviteAdminDialog } from './invite.admin.dialog.tsx';
import { showToast } from '../../shared/toasts.tsx';

type Admin = AdminsQuery['admins']['items'][number];
type Deed = 'changeRoles' | 'resend' | 'resetFactor' | 'deactivate';

const route = getRouteApi('/admin/team');

export function AdminsPage() {
  const { t } = useTranslation(['admin', 'common']);
  const viewer = useViewer();
  const mayManage = mayManageAdmins(viewer);
  const words = useAdminWords();
  const [isInviting, inviting] = useDisclosure();
  const [planned, setPlanned] = useState<{ deed: Deed; admin: Admin }>();
  const [isConfirming, confirming] = useDisclosure();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const answer = useQuery({
    ...query(AdminsDocument, pageOf(search)),
    placeholderData: keepPreviousData,
  });
  const plan = (deed: Deed, admin: Admin) => {
    setPlanned({ deed, admin });
    confirming.open();
  };
  const actions = DEEDS.map((deed): RowAction<Admin> => ({
    id: deed,
    label: t(`team.${deed}`),
    isDanger: deed === 'deactivate',
    applies: (admin) => admin.id !== viewer.id && isPossible(deed, admin),
    run: ([admin]) => admin && plan(deed, admin),
  }));
  useKeys(mayManage ? [{ keys: 'c', label: t('team.invite'), run: inviting.open }] : []);
  return (
    <>
      <List
        title={t('team.title')}
        columnsKey={InterfaceKey.ColumnsAdmins}
        buttons={
          mayManage && (
            <Button
              onClick={inviting.open}
              leftSection={<IconUserPlus size={16} aria-hidden />}
              rightSection={<Kbd keys="c" />}
            >
              {t('team.invite')}
            </Button>
          )
        }
        columns={useColumns()}
        list={answer.data?.admins}
        answer={answer}
        search={search}
        onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }) })}
        nameOf={({ name }) => name}
        actions={mayManage ? actions : []}
        empty={<EmptyState title={t('common:list.noneHere')} />}
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
            showToast(t(`team.done.${planned.deed}`, { name }));
          }}
        >
          <Text>{t(`team.means.${planned.deed}`, { name: planned.admin.name })}</Text>
        </ConfirmChange>
      )}
    </>
  );
}

function useColumns(): Column<Admin>[] {
  const { t } = useTranslation('admin');
  const namesOf = useRoleNames();
  return [
    {
      id: 'name',
      title: t('team.name'),
      render: ({ name, joinedAt }) => (
        <NameCell name={name} kind="person">
          {name} {!joinedAt && <ToneBadge color="gray">{t('team.invited')}</ToneBadge>}
        </NameCell>
      ),
    },
    { id: 'email', title: t('team.email'), width: 260, from: 'sm', render: ({ email }) => email },
    { id: 'roles', title: t('team.roles.label'), width: 260, card: 'line', render: ({ roles }) => namesOf(roles) },
  ];
}

const DEEDS: readonly Deed[] = ['changeRoles', 'resend', 'resetFactor', 'deactivate'];

function isPossible(deed: Deed, { joinedAt, secondFactorAt }: Admin): boolean {
  if (deed === 'resend') return !joinedAt;
  return deed !== 'resetFactor' || Boolean(secondFactorAt);
}
