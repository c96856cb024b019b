import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { InterfaceKey, SampleThingSortField as Sort, SampleThingStatus } from '../../generated/enums.ts';
import { SampleThingListDocument, type SampleThingListQuery } from '../../generated/partner/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { IconPlus } from '../../shared/icons.tsx';
import { List, pageOf, sortOf } from '../../shared/list/list.tsx';
import type { Column } from '../../shared/list/list.types.ts';
import { NameCell } from '../../shared/list/rows/name.cell.tsx';
import { State } from '../../shared/marks/state.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { mayCreateSampleThings } from '../rights.ts';
import { NewSampleThingDialog } from './new.sample-thing.dialog.tsx';

type Item = SampleThingListQuery['sampleThings']['items'][number];

const route = getRouteApi('/partner/sample-things');
const NEWEST_FIRST = { sortBy: Sort.CreatedAt, sortOrder: 'DESC' } as const;

export function SampleThingsPage() {
  const { t } = useTranslation(['sampleThings', 'common']);
  const [isAdding, adding] = useDisclosure();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const answer = useQuery({
    ...query(SampleThingListDocument, {
      ...pageOf(search),
      ...sortOf(search, NEWEST_FIRST),
      filter: { search: search.search, status: search.status && [search.status] },
    }),
    placeholderData: keepPreviousData,
  });
  const add = mayCreateSampleThings(useViewer()) && (
    <Button onClick={adding.open} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <List
        title={t('title')}
        columnsKey={InterfaceKey.ColumnsSampleThings}
        buttons={add}
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
        empty={<EmptyState title={t('empty')}>{add}</EmptyState>}
      />
      <NewSampleThingDialog opened={isAdding} onClose={adding.close} />
    </>
  );
}

function useColumns(): Column<Item>[] {
  const { t } = useTranslation('sampleThings');
  return [
    { id: 'name', title: t('name'), sortBy: Sort.Name, render: ({ name }) => <NameCell name={name} /> },
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
