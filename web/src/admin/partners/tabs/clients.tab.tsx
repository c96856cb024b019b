import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../../api/ask.ts';
import { PartnerClientsDocument, type PartnerClientsQuery } from '../../../generated/admin/graphql.ts';
import { ClientAccountSortField as Sort, InterfaceKey } from '../../../generated/enums.ts';
import { SubscriptionBadge, SUBSCRIPTIONS } from '../../../partner/clients/subscription.badge.tsx';
import { EmptyState } from '../../../shared/data/empty.state.tsx';
import { TextLink } from '../../../shared/layout/links.tsx';
import { List, pageOf, sortOf } from '../../../shared/list/list.tsx';
import type { Column, SearchChange, Tab } from '../../../shared/list/list.types.ts';
import { NameCell } from '../../../shared/list/rows/name.cell.tsx';
import { RelativeTime } from '../../../shared/time/relative.time.tsx';

type Client = PartnerClientsQuery['partnerClients']['items'][number];

const route = getRouteApi('/admin/partners/$id');
const NEWEST_FIRST = { sortBy: Sort.CreatedAt, sortOrder: 'DESC' } as const;

/** The clients of a partner, to read. */
export function PartnerClients({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation('admin');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: SearchChange, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace });
  const answer = useQuery({
    ...query(PartnerClientsDocument, {
      partnerId,
      ...pageOf(search),
      ...sortOf(search, NEWEST_FIRST),
      filter: {
        search: search.search,
        status: search.status && [search.status],
        createdFrom: search.createdFrom,
        createdTo: search.createdTo,
      },
    }),
    placeholderData: keepPreviousData,
  });
  const list = answer.data?.partnerClients;
  return (
    <List
      isPart
      title={t('partners.tab.clients')}
      columnsKey={InterfaceKey.ColumnsPartnerClients}
      columns={useColumns(partnerId)}
      tabs={useTabs(list?.counts)}
      filters={[
        {
          kind: 'range',
          id: 'created',
          label: t('partners.clientSince'),
          from: search.createdFrom,
          to: search.createdTo,
          change: (from, to) => ({ createdFrom: from, createdTo: to }),
        },
      ]}
      searchHint={t('partners.clientsHint')}
      list={list}
      answer={answer}
      search={search}
      onSearch={change}
      defaultSort={NEWEST_FIRST}
      nameOf={({ companyName }) => companyName}
      onOpen={(clientId) =>
        void navigate({ to: '/admin/partners/$id/clients/$clientId', params: { id: partnerId, clientId }, search: {} })
      }
      empty={<EmptyState title={t('partners.noClients')} />}
    />
  );
}

function useTabs(counts: PartnerClientsQuery['partnerClients']['counts'] | undefined): Tab[] {
  const { t } = useTranslation(['portal', 'common']);
  const { active, suspended, canceled } = counts ?? {};
  const countOf = { ACTIVE: active, SUSPENDED: suspended, CANCELED: canceled };
  return [
    { id: undefined, label: t('common:list.all'), count: counts && counts.active + counts.suspended + counts.canceled },
    ...SUBSCRIPTIONS.map((status) => ({ id: status, label: t(`subscription.${status}`), count: countOf[status] })),
  ];
}

function useColumns(partnerId: string): Column<Client>[] {
  const { t } = useTranslation('admin');
  return [
    {
      id: 'company',
      title: t('partners.client'),
      sortBy: Sort.CompanyName,
      render: ({ id, companyName }) => (
        <NameCell name={companyName}>
          <TextLink to="/admin/partners/$id/clients/$clientId" params={{ id: partnerId, clientId: id }}>
            {companyName}
          </TextLink>
        </NameCell>
      ),
    },
    {
      id: 'contact',
      title: t('partners.contact'),
      width: 180,
      from: 'md',
      render: ({ contactName }) => contactName,
    },
    {
      id: 'email',
      title: t('partners.clientEmail'),
      width: 220,
      isExtra: true,
      render: ({ contactEmail }) => contactEmail,
    },
    {
      id: 'tier',
      title: t('partners.plan'),
      width: 120,
      from: 'sm',
      card: 'line',
      render: ({ subscriptionTier }) => subscriptionTier,
    },
    {
      id: 'status',
      title: t('partners.clientState'),
      sortBy: Sort.SubscriptionStatus,
      width: 120,
      card: 'line',
      render: ({ subscriptionStatus }) => <SubscriptionBadge status={subscriptionStatus} />,
    },
    {
      id: 'created',
      title: t('partners.clientSince'),
      sortBy: Sort.CreatedAt,
      width: 120,
      isNumber: true,
      from: 'sm',
      card: 'side',
      render: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
}
