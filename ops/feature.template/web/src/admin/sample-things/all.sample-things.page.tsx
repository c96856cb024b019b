import { Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { InterfaceKey, SampleThingSortField as Sort, SampleThingStatus } from '../../generated/enums.ts';
import {
  ApproveSampleThingDocument,
  AllSampleThingsDocument,
  type AllSampleThingsQuery,
} from '../../generated/admin/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { ConfirmDialog } from '../../shared/confirm.dialog.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { TextLink } from '../../shared/layout/links.tsx';
import { List, pageOf, sortOf } from '../../shared/list/list.tsx';
import type { Column, RowAction } from '../../shared/list/list.types.ts';
import { NameCell } from '../../shared/list/rows/name.cell.tsx';
import { State } from '../../shared/marks/state.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { showToast } from '../../shared/toasts.tsx';
import { mayManagePartners } from '../rights.ts';

type Item = AllSampleThingsQuery['sampleThings']['items'][number];

const route = getRouteApi('/admin/sample-things');
const NEWEST_FIRST = { sortBy: Sort.CreatedAt, sortOrder: 'DESC' } as const;

export function AllSampleThingsPage() {
  const { t } = useTranslation(['sampleThings', 'common']);
  const [chosen, setChosen] = useState<Item>();
  const [isApproving, approving] = useDisclosure();
  const mayApprove = mayManagePartners(useViewer());
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const answer = useQuery({
    ...query(AllSampleThingsDocument, {
      ...pageOf(search),
      ...sortOf(search, NEWEST_FIRST),
      filter: { search: search.search, status: search.status && [search.status] },
    }),
    placeholderData: keepPreviousData,
  });
  const approve: RowAction<Item> = {
    id: 'approve',
    label: t('approve'),
    applies: ({ status }) => status === SampleThingStatus.Pending,
    run: ([item]) => {
      setChosen(item);
      approving.open();
    },
  };
  return (
    <>
      <List
        title={t('title')}
        columnsKey={InterfaceKey.ColumnsAllSampleThings}
        columns={useColumns()}
        tabs={[
          { id: undefined, label: t('common:list.all') },
          ...Object.values(SampleThingStatus).map((status) => ({ id: status, label: t(`statuses.${status}`) })),
        ]}
        searchHint={t('name')}
        list={answer.data?.sampleThings}
        answer={answer}
        search={search}
        onSearch={(change, replace = false) =>
          void navigate({ search: (before) => ({ ...before, ...change }), replace })
        }
        defaultSort={NEWEST_FIRST}
        nameOf={({ name }) => name}
        actions={mayApprove ? [approve] : []}
        empty={<EmptyState title={t('none')} />}
      />
      {chosen && (
        <ConfirmDialog
          opened={isApproving}
          onClose={approving.close}
          title={t('approve')}
          action={t('approve')}
          act={async () => {
            await ask(ApproveSampleThingDocument, { id: chosen.id, expectedVersion: chosen.version });
            await queryClient.invalidateQueries();
            showToast(t('approved', { name: chosen.name }));
          }}
        >
          <Text>{t('approveMeans', { name: chosen.name })}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}

function useColumns(): Column<Item>[] {
  const { t } = useTranslation('sampleThings');
  return [
    { id: 'name', title: t('name'), sortBy: Sort.Name, render: ({ name }) => <NameCell name={name} /> },
    {
      id: 'partner',
      title: t('partner'),
      width: 220,
      from: 'sm',
      card: 'line',
      render: ({ partnerAccount }) => (
        <TextLink to="/admin/partners/$id" params={{ id: partnerAccount.id }}>
          {partnerAccount.companyName}
        </TextLink>
      ),
    },
    {
      id: 'status',
      title: t('status'),
      width: 120,
      card: 'line',
      render: ({ status }) => (
        <State shape={status === SampleThingStatus.Approved ? 'disc' : 'dashed'}>{t(`statuses.${status}`)}</State>
      ),
    },
    {
      id: 'created',
      title: t('since'),
      sortBy: Sort.CreatedAt,
      width: 100,
      isNumber: true,
      card: 'side',
      render: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
}
