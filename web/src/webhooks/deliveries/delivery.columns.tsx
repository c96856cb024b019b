import { Code, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { WebhookDeliveryStatus } from '../../generated/enums.ts';
import { EventCatalogueDocument } from '../../generated/webhooks/graphql.ts';
import { ToneBadge } from '../../shared/data/tone.badge.tsx';
import type { Column, Filter, Tab } from '../../shared/list/list.types.ts';
import { Problem } from '../../shared/problem.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { useEventName, useFailureText, TEST_TYPE, type Delivery } from '../webhook.words.ts';
import type { DeliveriesSearch } from '../webhooks.search.ts';
import { DeliveryState } from './delivery.state.tsx';

export function useDeliveryTabs(): Tab[] {
  const { t } = useTranslation(['webhooks', 'common']);
  const { Failed, Pending, Delivered } = WebhookDeliveryStatus;
  return [
    { id: undefined, label: t('common:list.all') },
    ...[Failed, Pending, Delivered].map((status) => ({ id: status, label: t(`deliveries.status.${status}`) })),
  ];
}

export function useDeliveryFilters({ types, createdFrom, createdTo }: DeliveriesSearch): Filter[] {
  const { t } = useTranslation('webhooks');
  const nameOf = useEventName();
  const { data, error, refetch, isFetching } = useQuery(query(EventCatalogueDocument, {}));
  const known = [...(data?.eventTypes.map(({ type }) => type) ?? []), TEST_TYPE];
  return [
    {
      kind: 'choices',
      id: 'types',
      label: t('deliveries.event'),
      options: known.map((type) => ({ value: type, label: nameOf(type) })),
      values: types ?? [],
      change: (values) => ({ types: values }),
      problem: error && <Problem error={error} retry={refetch} isRetrying={isFetching} />,
    },
    {
      kind: 'range',
      id: 'created',
      label: t('deliveries.created'),
      from: createdFrom,
      to: createdTo,
      change: (from, to) => ({ createdFrom: from, createdTo: to }),
    },
  ];
}

export function useDeliveryColumns(): Column<Delivery>[] {
  const { t } = useTranslation('webhooks');
  const nameOf = useEventName();
  const answerOf = useAnswer();
  return [
    {
      id: 'event',
      title: t('deliveries.event'),
      render: ({ type, replayOf }) => (
        <Group gap={8} wrap="nowrap">
          <span>{nameOf(type)}</span>
          {replayOf != null && <ToneBadge color="gray">{t('deliveries.badge')}</ToneBadge>}
        </Group>
      ),
    },
    {
      id: 'type',
      title: t('deliveries.type'),
      width: 180,
      from: 'lg',
      render: ({ type }) => <Code>{type}</Code>,
    },
    {
      id: 'status',
      title: t('state'),
      width: 130,
      card: 'line',
      render: ({ status }) => <DeliveryState status={status} />,
    },
    { id: 'answer', title: t('deliveries.answer'), width: 240, from: 'md', card: 'line', render: answerOf },
    {
      id: 'tries',
      title: t('deliveries.tries'),
      width: 90,
      isNumber: true,
      from: 'sm',
      render: ({ tries }) => tries.length,
    },
    {
      id: 'created',
      title: t('deliveries.created'),
      width: 90,
      isNumber: true,
      card: 'side',
      render: ({ createdAt }) => <RelativeTime at={createdAt} />,
    },
  ];
}

/** What the last try brought. */
function useAnswer(): (delivery: Delivery) => string | undefined {
  const { t } = useTranslation('webhooks');
  const failureOf = useFailureText();
  return ({ tries, failure }) => {
    const last = tries.at(-1);
    const found = last?.failure ?? failure;
    if (found != null) return failureOf(found, last?.status);
    return last && t('deliveries.answered', { status: last.status });
  };
}
