import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../api/ask.ts';
import { Benefit, ClientAccountSortField as Sort, InterfaceKey, ListName } from '../../generated/enums.ts';
import { ClientListDocument, ExportClientsDocument, type ClientListQuery } from '../../generated/partner/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { fromList } from '../../shared/data/search.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { ButtonLink, TextLink } from '../../shared/layout/links.tsx';
import { ExportButton } from '../../shared/list/export.button.tsx';
import { SavedViews } from '../../shared/list/views/saved.views.tsx';
import { List, pageOf } from '../../shared/list/list.tsx';
import type { Column, Filter, SearchChange, Tab } from '../../shared/list/list.types.ts';
import { readAll } from '../../shared/list/bulk/read.all.ts';
import { useSelection } from '../../shared/list/bulk/selection.ts';
import { NameCell } from '../../shared/list/rows/name.cell.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { useLock } from '../benefits.ts';
import { mayChangeClients } from '../rights.ts';
import { AddClient } from './add.client.tsx';
import { useClientActions, type ClientItem } from './clients.actions.tsx';
import { ClientPeek } from './client.peek.tsx';
import { NEWEST_FIRST, orderVariables, type ClientsSearch } from './clients.search.ts';
import { SubscriptionBadge, SUBSCRIPTIONS } from './subscription.badge.tsx';

const route = getRouteApi('/partner/clients');

export function ClientsPage() {
  const { t } = useTranslation(['portal', 'common']);
  const mayChange = mayChangeClients(useViewer());
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: SearchChange, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace });
  const variables = orderVariables(search);
  const answer = useQuery({
    ...query(ClientListDocument, { ...pageOf(search), ...variables }),
    placeholderData: keepPreviousData,
  });
  const list = answer.data?.clientAccounts;
  const selection = useSelection<ClientItem>(list?.items ?? [], JSON.stringify(variables.filter));
  const { actions, dialogs } = useClientActions(selection);
  const loadAll = () =>
    readAll(async (part) => (await ask(ClientListDocument, { ...variables, ...part })).clientAccounts.items);
  return (
    <>
      <List
        title={t('clients.title')}
        columnsKey={InterfaceKey.ColumnsClients}
        views={<SavedViews list={ListName.Clients} search={search} onSearch={change} />}
        buttons={
          <>
            <ExportButton
              request={async (language) =>
                (await ask(ExportClientsDocument, { ...variables, language })).exportClientAccounts
              }
            />
            {mayChange && <ImportLink />}
            {mayChange && <AddClient />}
          </>
        }
        columns={useColumns(search)}
        tabs={useTabs(list?.counts)}
        filters={useFilters(search)}
        searchHint={t('clients.searchHint')}
        list={list}
        answer={answer}
        search={search}
        onSearch={change}
        defaultSort={NEWEST_FIRST}
        nameOf={({ companyName }) => companyName}
        onOpen={(id) => void navigate({ to: '/partner/clients/$id', params: { id }, search: fromList(search) })}
        renderPeek={(id) => <ClientPeek key={id} id={id} list={fromList(search).list} />}
        {...(mayChange && { actions, selection, loadAll })}
        empty={
          <EmptyState title={t('clients.empty')}>
            {t('clients.emptyHint')}
            {mayChange && <AddClient hasKey={false} />}
            {mayChange && <ImportLink />}
          </EmptyState>
        }
      />
      {dialogs}
    </>
  );
}

function ImportLink() {
  const { t } = useTranslation(['onboarding', 'portal', 'common']);
  const lock = useLock(Benefit.EnhancedClientManagement);
  const label = t('import.open');
  return (
    <ButtonLink to="/partner/clients/import" variant="default">
      {lock ? t('portal:clients.fromTier', { action: label, tier: t(`common:partnerTier.${lock}`) }) : label}
    </ButtonLink>
  );
}

function useTabs(counts: ClientListQuery['clientAccounts']['counts'] | undefined): Tab[] {
  const { t } = useTranslation(['portal', 'common']);
  const { active, suspended, canceled } = counts ?? {};
  const countOf = { ACTIVE: active, SUSPENDED: suspended, CANCELED: canceled };
  return [
    { id: undefined, label: t('common:list.all'), count: counts && counts.active + counts.suspended + counts.canceled },
    ...SUBSCRIPTIONS.map((status) => ({ id: status, label: t(`subscription.${status}`), count: countOf[status] })),
  ];
}

function useFilters({ billing, onboarding, createdFrom, createdTo }: ClientsSearch): Filter[] {
  const { t } = useTranslation(['portal', 'onboarding']);
  return [
    {
      kind: 'choices',
      id: 'billing',
      label: t('clients.billing'),
      isSingle: true,
      options: [
        { value: 'OURS', label: t('clients.billedByUs') },
        { value: 'REACHGENIE', label: t('clients.billedByReachGenie') },
      ],
      values: billing ? [billing] : [],
      change: (values) => ({ billing: values?.[0] }),
    },
    {
      kind: 'choices',
      id: 'onboarding',
      label: t('onboarding:filter.label'),
      isSingle: true,
      options: [{ value: 'OVERDUE', label: t('onboarding:filter.overdue') }],
      values: onboarding ? [onboarding] : [],
      change: (values) => ({ onboarding: values?.[0] }),
    },
    {
      kind: 'range',
      id: 'created',
      label: t('clients.since'),
      from: createdFrom,
      to: createdTo,
      change: (from, to) => ({ createdFrom: from, createdTo: to }),
    },
  ];
}

function useColumns(search: ClientsSearch): Column<ClientItem>[] {
  const { t } = useTranslation('portal');
  return [
    {
      id: 'company',
      title: t('client.companyName'),
      sortBy: Sort.CompanyName,
      render: ({ id, companyName }) => (
        <NameCell name={companyName}>
          <TextLink to="/partner/clients/$id" params={{ id }} search={fromList(search)}>
            {companyName}
          </TextLink>
        </NameCell>
      ),
    },
    {
      id: 'contact',
      title: t('client.contactName'),
      width: 180,
      from: 'md',
      render: ({ contactName }) => contactName,
    },
    {
      id: 'email',
      title: t('client.contactEmail'),
      width: 220,
      isExtra: true,
      render: ({ contactEmail }) => contactEmail,
    },
    {
      id: 'tier',
      title: t('client.subscriptionTier'),
      width: 120,
      from: 'sm',
      card: 'line',
      render: (client) => client.subscriptionTier,
    },
    {
      id: 'billing',
      title: t('clients.billing'),
      width: 120,
      isExtra: true,
      render: ({ billingOwnedByReseller: isOurs }) => t(isOurs ? 'clients.billedByUs' : 'clients.billedByReachGenie'),
    },
    {
      id: 'status',
      title: t('clients.status'),
      sortBy: Sort.SubscriptionStatus,
      width: 120,
      card: 'line',
      render: ({ subscriptionStatus }) => <SubscriptionBadge status={subscriptionStatus} />,
    },
    {
      id: 'created',
      title: t('clients.since'),
      sortBy: Sort.CreatedAt,
      width: 110,
      isNumber: true,
      from: 'sm',
      card: 'side',
      render: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
}
