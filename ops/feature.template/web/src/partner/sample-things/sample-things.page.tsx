import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { SampleThingSortField as Sort, SampleThingStatus } from '../../generated/enums.ts';
import {
  ApproveSampleThingDocument,
  SampleThingListDocument,
  type SampleThingListQuery,
} from '../../generated/partner/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { ConfirmDialog } from '../../shared/confirm.dialog.tsx';
import { DataTable, pageVariables, type Column } from '../../shared/data/data.table.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { ToneBadge } from '../../shared/data/tone.badge.tsx';
import { useFormat } from '../../shared/format.ts';
import { PageHeader } from '../../shared/layout/page.header.tsx';
import { mayApproveSampleThings, mayCreateSampleThings } from '../rights.ts';
import { NewSampleThingDialog } from './new.sample-thing.dialog.tsx';

type Item = SampleThingListQuery['sampleThings']['items'][number];

const route = getRouteApi('/partner/sample-things');
const NEWEST_FIRST = { sortBy: Sort.CreatedAt, sortOrder: 'DESC' } as const;

export function SampleThingsPage() {
  const { t } = useTranslation('portal');
  const [isAdding, adding] = useDisclosure();
  const [chosen, setChosen] = useState<Item>();
  const [isApproving, approving] = useDisclosure();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const answer = useQuery({
    ...query(SampleThingListDocument, pageVariables(search, NEWEST_FIRST)),
    placeholderData: keepPreviousData,
  });
  const approve = (item: Item) => {
    setChosen(item);
    approving.open();
  };
  const add = mayCreateSampleThings(useViewer()) && (
    <Button onClick={adding.open} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('sampleThings.add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('sampleThings.title')} actions={add} />
      <DataTable
        label={t('sampleThings.title')}
        columns={useColumns(approve)}
        list={answer.data?.sampleThings}
        answer={answer}
        search={search}
        onSearch={(changes) => void navigate({ search: (before) => ({ ...before, ...changes }) })}
        defaultSort={NEWEST_FIRST}
        empty={<EmptyState title={t('sampleThings.empty')}>{add}</EmptyState>}
      />
      <NewSampleThingDialog opened={isAdding} onClose={adding.close} />
      {chosen && (
        <ConfirmDialog
          opened={isApproving}
          onClose={approving.close}
          title={t('sampleThings.approve')}
          action={t('sampleThings.approve')}
          act={async () => {
            await ask(ApproveSampleThingDocument, { id: chosen.id, expectedVersion: chosen.version });
            await queryClient.invalidateQueries();
            notifications.show({ message: t('sampleThings.approved', { name: chosen.name }) });
          }}
        >
          <Text>{t('sampleThings.approveMeans', { name: chosen.name })}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}

function useColumns(approve: (item: Item) => void): Column<Item, Sort>[] {
  const { t } = useTranslation('portal');
  const { date } = useFormat();
  const mayApprove = mayApproveSampleThings(useViewer());
  return [
    {
      id: 'name',
      title: t('sampleThings.name'),
      sortBy: Sort.Name,
      render: ({ name }) => <Text fw={500}>{name}</Text>,
    },
    {
      id: 'status',
      title: t('sampleThings.status'),
      render: (item) =>
        item.status === SampleThingStatus.Pending && mayApprove ? (
          <Button size="xs" variant="default" onClick={() => approve(item)}>
            {t('sampleThings.approve')}
          </Button>
        ) : (
          <ToneBadge color={item.status === SampleThingStatus.Approved ? 'teal' : 'gray'}>
            {t(`sampleThings.statuses.${item.status}`)}
          </ToneBadge>
        ),
    },
    {
      id: 'created',
      title: t('sampleThings.since'),
      sortBy: Sort.CreatedAt,
      from: 'xs',
      render: ({ createdAt }) => date(createdAt),
    },
  ];
}
