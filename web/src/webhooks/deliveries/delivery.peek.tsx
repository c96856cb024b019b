import { Code, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { WebhookDeliveryStatus } from '../../generated/enums.ts';
import { DeliveryDetailsDocument } from '../../generated/webhooks/graphql.ts';
import { CopyButton } from '../../shared/copy.button.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { Loading } from '../../shared/data/loading.tsx';
import { useFormat } from '../../shared/format.ts';
import type { RowAction } from '../../shared/list/list.types.ts';
import { PeekActions, PeekFacts, PeekHeading, PeekPart } from '../../shared/list/peek/peek.parts.tsx';
import { Problem } from '../../shared/problem.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { JsonBlock } from '../json.block.tsx';
import { useEventName, type Delivery } from '../webhook.words.ts';
import { DeliveryState } from './delivery.state.tsx';
import { DeliveryTries } from './delivery.tries.tsx';
import { pollingOf } from './delivery.polling.ts';

interface DeliveryPeekProps {
  id: string;
  actions: readonly RowAction<Delivery>[];
}

/** A delivery beside the list: its tries, and the request as it is sent. */
export function DeliveryPeek({ id, actions }: DeliveryPeekProps) {
  const { t } = useTranslation(['webhooks', 'common']);
  const { dateTime } = useFormat();
  const nameOf = useEventName();
  const { data, error, isPending, isFetching, refetch } = useQuery({
    ...query(DeliveryDetailsDocument, { id }),
    refetchInterval: ({ state }) => pollingOf([state.data?.webhookDelivery ?? []].flat()),
  });
  if (isPending) return <Loading />;
  if (!data) return <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  const { webhookDelivery: delivery } = data;
  if (!delivery) return <EmptyState title={t('common:list.noneHere')} />;
  const { type, status, createdAt, nextTryAt, messageId, replayOf, replayedAs, failure, tries, payload } = delivery;
  const isOpen = status === WebhookDeliveryStatus.Pending;
  return (
    <>
      <PeekHeading name={nameOf(type)} about={<Code>{type}</Code>} state={<DeliveryState status={status} isSoft />} />
      <PeekPart>
        <PeekFacts
          facts={{
            [t('deliveries.created')]: <RelativeTime at={createdAt} form="ago" />,
            [t('deliveries.next')]: isOpen && nextTryAt != null && dateTime(nextTryAt),
            [t('deliveries.id')]: <Code>{messageId}</Code>,
            [t('deliveries.again')]:
              replayedAs == null ? replayOf != null && t('deliveries.isAgain') : t('deliveries.wasAgain'),
          }}
        />
      </PeekPart>
      <PeekPart>
        <Text fw={500} size="sm" mb="xs">
          {t('deliveries.tries')}
        </Text>
        {tries.length === 0 && failure != null ? (
          <Text size="sm">{t(`failure.${failure}`)}</Text>
        ) : (
          <DeliveryTries tries={tries} />
        )}
      </PeekPart>
      <PeekPart>
        <Group justify="space-between">
          <Text fw={500} size="sm">
            {t('deliveries.payload')}
          </Text>
          <CopyButton value={payload} />
        </Group>
        <JsonBlock json={payload} />
      </PeekPart>
      <PeekActions item={delivery} actions={actions} />
    </>
  );
}
