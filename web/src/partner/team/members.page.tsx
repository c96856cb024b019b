import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import {
  MembersDocument,
  RemoveMemberDocument,
  ResendMemberInvitationDocument,
  ResetMemberFactorDocument,
  type MembersQuery,
} from '../../generated/partner/graphql.ts';
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
import { ChangeRoleDialog } from './change.role.dialog.tsx';
import { InviteMemberDialog } from './invite.member.dialog.tsx';
import { useMemberWords } from './member.words.ts';
import { showToast } from '../../shared/toasts.tsx';

type Member = MembersQuery['members']['items'][number];

type Deed = 'changeRole' | 'resend' | 'resetFactor' | 'remove';

const route = getRouteApi('/partner/members');

export function MembersPage() {
  const { t } = useTranslation(['portal', 'common']);
  const viewer = useViewer();
  const [isInviting, inviting] = useDisclosure();
  const [planned, setPlanned] = useState<{ deed: Deed; member: Member }>();
  const [isConfirming, confirming] = useDisclosure();
  const words = useMemberWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const answer = useQuery({
    ...query(MembersDocument, pageOf(search)),
    placeholderData: keepPreviousData,
  });
  const plan = (deed: Deed, member: Member) => {
    setPlanned({ deed, member });
    confirming.open();
  };
  const actions = DEEDS.map((deed): RowAction<Member> => ({
    id: deed,
    label: t(`members.${deed}`),
    isDanger: deed === 'remove',
    applies: (member) => member.id !== viewer.id && isPossible(deed, member),
    run: ([member]) => member && plan(deed, member),
  }));
  useKeys([{ keys: 'c', label: t('members.invite'), run: inviting.open }]);
  return (
    <>
      <List
        title={t('members.title')}
        columnsKey={InterfaceKey.ColumnsMembers}
        buttons={
          <Button
            onClick={inviting.open}
            leftSection={<IconUserPlus size={16} aria-hidden />}
            rightSection={<Kbd keys="c" />}
          >
            {t('members.invite')}
          </Button>
        }
        columns={useColumns()}
        list={answer.data?.members}
        answer={answer}
        search={search}
        onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }) })}
        nameOf={({ name }) => name}
        actions={actions}
        empty={<EmptyState title={t('common:list.noneHere')} />}
      />
      <InviteMemberDialog opened={isInviting} onClose={inviting.close} />
      {planned?.deed === 'changeRole' && (
        <ChangeRoleDialog member={planned.member} opened={isConfirming} onClose={confirming.close} />
      )}
      {planned && planned.deed !== 'changeRole' && (
        <ConfirmChange
          thing={planned.member}
          kind="user"
          words={words}
          opened={isConfirming}
          onClose={confirming.close}
          title={t(`members.${planned.deed}`)}
          action={t(`members.${planned.deed}`)}
          isDangerous={planned.deed === 'remove'}
          act={async (expectedVersion) => {
            const { id } = planned.member;
            if (planned.deed === 'resend') await ask(ResendMemberInvitationDocument, { id });
            else if (planned.deed === 'resetFactor') await ask(ResetMemberFactorDocument, { userId: id });
            else await ask(RemoveMemberDocument, { id, expectedVersion });
            await queryClient.invalidateQueries();
            showToast(t(`members.done.${planned.deed}`, { name: planned.member.name }));
          }}
        >
          <Text>{t(`members.means.${planned.deed}`, { name: planned.member.name })}</Text>
        </ConfirmChange>
      )}
    </>
  );
}

function useColumns(): Column<Member>[] {
  const { t } = useTranslation('portal');
  return [
    {
      id: 'name',
      title: t('members.name'),
      render: ({ name, joinedAt }) => (
        <NameCell name={name} kind="person">
          {name} {!joinedAt && <ToneBadge color="gray">{t('members.invited')}</ToneBadge>}
        </NameCell>
      ),
    },
    { id: 'email', title: t('members.email'), width: 260, from: 'sm', render: ({ email }) => email },
    {
      id: 'role',
      title: t('members.role'),
      width: 160,
      card: 'line',
      render: ({ partnerRole }) => t(`members.roles.${partnerRole}`),
    },
  ];
}

const DEEDS: readonly Deed[] = ['changeRole', 'resend', 'resetFactor', 'remove'];

function isPossible(deed: Deed, { joinedAt, secondFactorAt }: Member): boolean {
  if (deed === 'resend') return !joinedAt;
  return deed !== 'resetFactor' || Boolean(secondFactorAt);
}
