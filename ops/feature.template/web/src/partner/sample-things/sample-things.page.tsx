import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { SampleThingSortField as Sort, SampleThingStatus } from '../../generated/enums.ts';
import { SampleThingListDocument, type SampleThingListQuery } from '../../generated/partner/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { DataTable, pageVariables, type Column } from '../../shared/data/data.table.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { ListFilters } from '../../shared/data/list.filters.tsx';
import { ToneBadge } from '../../shared/data/tone.badge.tsx';
import { useFormat } from '../../shared/format.ts';
import { IconPlus } from '../../shared/icons.tsx';
import { PageHeader } from '../../shared/layout/page.header.tsx';
import { mayCreateSampleThings } from '../rights.ts';
import { NewSampleThingDialog } from './new.sample-thing.dialog.tsx';

type Item = SampleThingListQuery['sampleThings']['items'][number];

const route = getRouteApi('/partner/sample-things');
const NEWEST_FIRST = { sortBy: Sort.CreatedAt, sortOrder: 'DESC' } as const;

export function SampleThingsPage() {
  const { t } = useTranslation('sampleThings');
  const [isAdding, adding] = useDisclosure();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: Partial<typeof search>, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace });
  const answer = useQuery({
    ...query(SampleThingListDocument, {
      ...pageVariables(search, NEWEST_FIRST),
      filter: { search: search.search, status: search.status && [search.status] },
    }),
    placeholderData: keepPreviousData,
  });
  const isFiltered = search.search !== undefined || search.status !== undefined;
  const add = mayCreateSampleThings(useViewer()) && (
    <Button onClick={adding.open} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} actions={add} />
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
        columns={useColumns()}
        list={answer.data?.sampleThings}
        answer={answer}
        search={search}
        onSearch={change}
        defaultSort={NEWEST_FIRST}
        {...(isFiltered ? {} : { empty: <EmptyState title={t('empty')}>{add}</EmptyState> })}
      />
      <NewSampleThingDialog opened={isAdding} onClose={adding.close} />
    </>
  );
}

function useColumns(): Column<Item, Sort>[] {
  const { t } = useTranslation('sampleThings');
  const { date } = useFormat();
  return [
    {
      id: 'name',
      title: t('name'),
      sortBy: Sort.Name,
      render: ({ name }) => <Text fw={500}>{name}</Text>,
    },
    {
      id: 'status',
      title: t('status'),
      render: ({ status }) => (
        <ToneBadge color={status === SampleThingStatus.Approved ? 'teal' : 'gray'}>{t(`statuses.${status}`)}</ToneBadge>
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
