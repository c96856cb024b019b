import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
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
import { useViewer } from '../../session/session.store.ts';
import { ConfirmChange } from '../../shared/forms/confirm.change.tsx';
import { DataTable, pageVariables, type Column } from '../../shared/data/data.table.tsx';
import { DeedMenu } from '../../shared/deed.menu.tsx';
import { PageHeader } from '../../shared/layout/page.header.tsx';
import { ToneBadge } from '../../shared/data/tone.badge.tsx';
import { IconUserPlus } from '../../shared/icons.tsx';
import { ChangeRoleDialog } from './change.role.dialog.tsx';
import { InviteMemberDialog } from './invite.member.dialog.tsx';
import { useMemberWords } from './member.words.ts';

type Member = MembersQuery['members']['items'][number];

type Deed = 'changeRole' | 'resend' | 'resetFactor' | 'remove';

const route = getRouteApi('/partner/members');
const IN_ORDER = { sortBy: 'joined', sortOrder: 'ASC' } as const;

export function MembersPage() {
  const { t } = useTranslation('portal');
  const [isInviting, inviting] = useDisclosure();
  const [planned, setPlanned] = useState<{ deed: Deed; member: Member }>();
  const [isConfirming, confirming] = useDisclosure();
  const words = useMemberWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { page, limit } = pageVariables(search, IN_ORDER);
  const answer = useQuery({
    ...query(MembersDocument, { page, limit }),
    placeholderData: keepPreviousData,
  });
  const plan = (deed: Deed, member: Member) => {
    setPlanned({ deed, member });
    confirming.open();
  };
  return (
    <>
      <PageHeader
        title={t('members.title')}
        lead={t('members.lead')}
        actions={
          <Button onClick={inviting.open} leftSection={<IconUserPlus size={16} aria-hidden />}>
            {t('members.invite')}
          </Button>
        }
      />
      <DataTable
        label={t('members.title')}
        columns={useColumns(plan)}
        list={answer.data?.members}
        answer={answer}
        search={search}
        onSearch={(changes) => void navigate({ search: (before) => ({ ...before, ...changes }) })}
        defaultSort={IN_ORDER}
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
            notifications.show({ message: t(`members.done.${planned.deed}`, { name: planned.member.name }) });
          }}
        >
          <Text>{t(`members.means.${planned.deed}`, { name: planned.member.name })}</Text>
        </ConfirmChange>
      )}
    </>
  );
}

function useColumns(plan: (deed: Deed, member: Member) => void): Column<Member, string>[] {
  const { t } = useTranslation('portal');
  const viewer = useViewer();
  return [
    {
      id: 'name',
      title: t('members.name'),
      render: ({ name, joinedAt }) => (
        <Group gap="xs">
          <Text fw={500}>{name}</Text>
          {!joinedAt && <ToneBadge color="gray">{t('members.invited')}</ToneBadge>}
        </Group>
      ),
    },
    { id: 'email', title: t('members.email'), from: 'sm', render: ({ email }) => email },
    { id: 'role', title: t('members.role'), render: ({ partnerRole }) => t(`members.roles.${partnerRole}`) },
    {
      id: 'actions',
      title: t('members.actions'),
      render: (member) =>
        member.id === viewer.id ? null : (
          <DeedMenu
            label={t('members.change', { name: member.name })}
            deeds={deedsFor(member)}
            dangerous="remove"
            textOf={(deed) => t(`members.${deed}`)}
            onChoose={(deed) => plan(deed, member)}
          />
        ),
    },
  ];
}

const deedsFor = ({ joinedAt, secondFactorAt }: Member): Deed[] => [
  'changeRole',
  ...(joinedAt ? [] : (['resend'] as const)),
  ...(secondFactorAt ? (['resetFactor'] as const) : []),
  'remove',
];
