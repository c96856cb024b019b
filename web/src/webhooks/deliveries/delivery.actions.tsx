import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { WebhookDeliveryStatus } from '../../generated/enums.ts';
import { ResendDeliveryDocument } from '../../generated/webhooks/graphql.ts';
import type { Outcome } from '../../shared/list/bulk/bulk.outcomes.tsx';
import { outcomeOf } from '../../shared/list/bulk/outcome.of.ts';
import { useBulk } from '../../shared/list/bulk/use.bulk.tsx';
import type { RowAction, Selection } from '../../shared/list/list.types.ts';
import { useEventName, type Delivery } from '../webhook.words.ts';

/** Open deliveries are tried again anyway, and an event is sent again once. */
const canBeResent = ({ status, replayedAs }: Delivery): boolean =>
  status !== WebhookDeliveryStatus.Pending && replayedAs == null;

/** Sends the events of one or many deliveries again. Those that fail stay selected. */
export function useDeliveryActions(selection: Selection<Delivery>): {
  actions: RowAction<Delivery>[];
  dialog: ReactNode;
} {
  const { t } = useTranslation('webhooks');
  const nameOf = useEventName();
  const { start, dialog } = useBulk<Delivery, Outcome>(({ type }) => nameOf(type), selection.remove);
  const resend = (items: readonly Delivery[]) =>
    start({
      items,
      title: t('deliveries.resend'),
      send: (part) => Promise.all(part.map(({ id }) => outcomeOf(id, () => ask(ResendDeliveryDocument, { id })))),
      done: (count) => t('deliveries.resent', { count }),
    });
  const action = { id: 'resend', label: t('deliveries.resend'), keys: 's', applies: canBeResent, run: resend };
  return { actions: [action], dialog };
}
