import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { SampleThingSortField as Sort, SampleThingStatus } from '../../generated/enums.ts';
import {
  ApproveSampleThingDocument,
  AllSampleThingsDocument,
  type AllSampleThingsQuery,
} from '../../generated/admin/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { ConfirmDialog } from '../../shared/confirm.dialog.tsx';
import { DataTable, pageVariables, type Column } from '../../shared/data/data.table.tsx';
import { ListFilters } from '../../shared/data/list.filters.tsx';
import { ToneBadge } from '../../shared/data/tone.badge.tsx';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { PageHeader } from '../../shared/layout/page.header.tsx';
import { mayManagePartners } from '../rights.ts';

type Item = AllSampleThingsQuery['sampleThings']['items'][number];

const route = getRouteApi('/admin/sample-things');
const NEWEST_FIRST = { sortBy: Sort.CreatedAt, sortOrder: 'DESC' } as const;

export function AllSampleThingsPage() {
  const { t } = useTranslation('sampleThings');
  const [chosen, setChosen] = useState<Item>();
  const [isApproving, approving] = useDisclosure();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: Partial<typeof search>, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace });
  const answer = useQuery({
    ...query(AllSampleThingsDocument, {
      ...pageVariables(search, NEWEST_FIRST),
      filter: { search: search.search, status: search.status && [search.status] },
    }),
    placeholderData: keepPreviousData,
  });
  const approve = (item: Item) => {
    setChosen(item);
    approving.open();
  };
  return (
    <>
      <PageHeader title={t('title')} />
      <ListFilters
        search={search}
        onSearch={change}
        searchHint={t('name')}
        statusLabel={t('status')}
        anyStatus={t('anyStatus')}
        statuses={Object.values(SampleThingStatus).map((status) => [status, t(`statuses.${status}`)] as const)}
      />
      <DataTable
        label={t('title')}
        columns={useColumns(approve)}
        list={answer.data?.sampleThings}
        answer={answer}
        search={search}
        onSearch={change}
        defaultSort={NEWEST_FIRST}
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
            notifications.show({ message: t('approved', { name: chosen.name }) });
          }}
        >
          <Text>{t('approveMeans', { name: chosen.name })}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}

function useColumns(approve: (item: Item) => void): Column<Item, Sort>[] {
  const { t } = useTranslation('sampleThings');
  const { date } = useFormat();
  const mayApprove = mayManagePartners(useViewer());
  return [
    {
      id: 'name',
      title: t('name'),
      sortBy: Sort.Name,
      render: ({ name }) => <Text fw={500}>{name}</Text>,
    },
    {
      id: 'partner',
      title: t('partner'),
      from: 'sm',
      render: ({ partnerAccount }) => (
        <TextLink to="/admin/partners/$id" params={{ id: partnerAccount.id }}>
          {partnerAccount.companyName}
        </TextLink>
      ),
    },
    {
      id: 'status',
      title: t('status'),
      render: (item) =>
        item.status === SampleThingStatus.Pending && mayApprove ? (
          <Button size="xs" variant="default" onClick={() => approve(item)}>
            {t('approve')}
          </Button>
        ) : (
          <ToneBadge color={item.status === SampleThingStatus.Approved ? 'teal' : 'gray'}>
            {t(`statuses.${item.status}`)}
          </ToneBadge>
        ),
    },
    {
      id: 'created',
      title: t('since'),
      sortBy: Sort.CreatedAt,
      from: 'xs',
      render: ({ createdAt }) => date(createdAt),
    },
  ];
}
