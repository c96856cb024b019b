import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { ClientAccountSortField as Sort } from '../../generated/enums.ts';
import { ClientListDocument, type ClientListQuery } from '../../generated/partner/graphql.ts';
import { DataTable, pageVariables, type Column } from '../../shared/data/data.table.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { ListFilters } from '../../shared/data/list.filters.tsx';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { PageHeader } from '../../shared/layout/page.header.tsx';
import { useViewer } from '../../session/session.store.ts';
import { IconPlus } from '../../shared/icons.tsx';
import { mayChangeClients } from '../rights.ts';
import { NewClientDialog } from './client.form.tsx';
import { SubscriptionBadge, SUBSCRIPTIONS } from './subscription.badge.tsx';

type Item = ClientListQuery['clientAccounts']['items'][number];

const route = getRouteApi('/partner/clients');
const NEWEST_FIRST = { sortBy: Sort.CreatedAt, sortOrder: 'DESC' } as const;

export function ClientsPage() {
  const { t } = useTranslation('portal');
  const [isAdding, { open, close }] = useDisclosure();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: Partial<typeof search>, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace });
  const answer = useQuery({
    ...query(ClientListDocument, {
      ...pageVariables(search, NEWEST_FIRST),
      filter: { search: search.search, status: search.status && [search.status] },
    }),
    placeholderData: keepPreviousData,
  });
  const isFiltered = search.search !== undefined || search.status !== undefined;
  const add = mayChangeClients(useViewer()) && (
    <Button onClick={open} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('clients.add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('clients.title')} actions={add} />
      <ListFilters
        search={search}
        onSearch={change}
        searchHint={t('clients.searchHint')}
        statusLabel={t('clients.status')}
        anyStatus={t('clients.anyStatus')}
        statuses={SUBSCRIPTIONS.map((status) => [status, t(`subscription.${status}`)] as const)}
      />
      <DataTable
        label={t('clients.title')}
        columns={useColumns()}
        list={answer.data?.clientAccounts}
        answer={answer}
        search={search}
        onSearch={change}
        defaultSort={NEWEST_FIRST}
        {...(isFiltered ? {} : { empty: <EmptyState title={t('clients.empty')}>{add}</EmptyState> })}
      />
      <NewClientDialog
        opened={isAdding}
        onClose={close}
        onCreated={(id) => void navigate({ to: '/partner/clients/$id', params: { id } })}
      />
    </>
  );
}

function useColumns(): Column<Item, Sort>[] {
  const { t } = useTranslation('portal');
  const { date } = useFormat();
  return [
    {
      id: 'company',
      title: t('client.companyName'),
      sortBy: Sort.CompanyName,
      render: ({ id, companyName }) => (
        <TextLink to="/partner/clients/$id" params={{ id }} fw={500}>
          {companyName}
        </TextLink>
      ),
    },
    { id: 'contact', title: t('client.contactName'), from: 'md', render: ({ contactName }) => contactName },
    { id: 'tier', title: t('client.subscriptionTier'), from: 'sm', render: (client) => client.subscriptionTier },
    {
      id: 'status',
      title: t('clients.status'),
      sortBy: Sort.SubscriptionStatus,
      render: ({ subscriptionStatus }) => <SubscriptionBadge status={subscriptionStatus} />,
    },
    {
      id: 'created',
      title: t('clients.since'),
      sortBy: Sort.CreatedAt,
      from: 'xs',
      render: ({ createdAt }) => date(createdAt),
    },
  ];
}
