import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { InterfaceKey } from '../../generated/enums.ts';
import { EndpointsDocument } from '../../generated/webhooks/graphql.ts';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { List } from '../../shared/list/list.tsx';
import type { Column, SearchChange } from '../../shared/list/list.types.ts';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { EndpointLink, useIsAdmin } from '../area.link.tsx';
import { DisabledEndpoints } from '../disabled.endpoints.tsx';
import { placeOf, type Endpoint } from '../webhook.words.ts';
import type { DevelopersSearch } from '../webhooks.search.ts';
import { useEndpointActions } from './endpoint.actions.tsx';
import { EndpointState, EndpointTypes } from './endpoint.state.tsx';

/** All endpoints of the account. There are ten at most, so the list has one page. */
export function EndpointList({ make }: { make: ReactNode }) {
  const { t } = useTranslation('webhooks');
  const search: DevelopersSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (changes: SearchChange, replace = false) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...changes }), replace });
  const answer = useQuery(query(EndpointsDocument, {}));
  const endpoints = answer.data?.webhookEndpoints;
  const { actions, dialogs } = useEndpointActions();
  const to = useIsAdmin() ? '/admin/developers/$id' : '/partner/developers/$id';
  return (
    <>
      <DisabledEndpoints endpoints={endpoints ?? []} />
      <List
        isPart
        title={t('tab.endpoints')}
        columnsKey={InterfaceKey.ColumnsWebhooks}
        columns={useColumns()}
        list={endpoints && { items: endpoints, pageInfo: { totalItems: endpoints.length } }}
        answer={answer}
        search={search}
        onSearch={change}
        nameOf={placeOf}
        onOpen={(id) => void navigate({ to, params: { id } })}
        actions={actions}
        empty={
          <EmptyState title={t('empty')}>
            {t('lead')}
            {make}
          </EmptyState>
        }
      />
      {dialogs}
    </>
  );
}

function useColumns(): Column<Endpoint>[] {
  const { t } = useTranslation('webhooks');
  return [
    {
      id: 'url',
      title: t('url'),
      render: (endpoint) => <EndpointLink id={endpoint.id}>{placeOf(endpoint)}</EndpointLink>,
    },
    {
      id: 'description',
      title: t('description'),
      width: 220,
      from: 'md',
      render: ({ description }) => description,
    },
    {
      id: 'types',
      title: t('types'),
      width: 140,
      from: 'sm',
      card: 'line',
      render: ({ types }) => <EndpointTypes types={types} />,
    },
    {
      id: 'state',
      title: t('state'),
      width: 170,
      card: 'line',
      render: (endpoint) => <EndpointState endpoint={endpoint} />,
    },
    {
      id: 'created',
      title: t('created'),
      width: 90,
      isNumber: true,
      from: 'sm',
      card: 'side',
      render: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
}
