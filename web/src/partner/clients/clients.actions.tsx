import { Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { SubscriptionStatus } from '../../generated/enums.ts';
import {
  UpdateSubscriptionsDocument,
  type ClientListQuery,
  type UpdateSubscriptionsMutation,
} from '../../generated/partner/graphql.ts';
import { ConfirmDialog } from '../../shared/confirm.dialog.tsx';
import { refuseNone, useBulk } from '../../shared/list/bulk/use.bulk.tsx';
import type { Outcome } from '../../shared/list/bulk/bulk.outcomes.tsx';
import type { RowAction, Selection } from '../../shared/list/list.types.ts';

export type ClientItem = ClientListQuery['clientAccounts']['items'][number];
type Result = UpdateSubscriptionsMutation['updateClientSubscriptions'][number];
type Versioned = Pick<ClientItem, 'id' | 'version'>;
type Next = 'ACTIVE' | 'SUSPENDED';

const { Active, Suspended } = SubscriptionStatus;

const send = (items: readonly Versioned[], subscriptionStatus: Next) =>
  ask(UpdateSubscriptionsDocument, {
    input: { clients: items.map(({ id, version }) => ({ id, expectedVersion: version })), subscriptionStatus },
  });

/** Gives the clients that changed their status of before. */
async function giveBack(results: readonly (Result | Outcome)[], before: Next): Promise<void> {
  const changed = results.flatMap((result) => ('client' in result && result.client ? [result.client] : []));
  refuseNone((await send(changed, before)).updateClientSubscriptions);
  await queryClient.invalidateQueries();
}

/** Suspends or reactivates one or many clients, with Undo. Those that fail stay selected. */
export function useClientActions(selection: Selection<ClientItem>): {
  actions: RowAction<ClientItem>[];
  dialogs: ReactNode;
} {
  const { t } = useTranslation('portal');
  const [suspending, setSuspending] = useState<readonly ClientItem[]>([]);
  const { start, dialog } = useBulk<ClientItem, Result>(({ companyName }) => companyName, selection.remove);
  const change = (items: readonly ClientItem[], next: Next) =>
    start({
      items,
      title: t(`subscription.to.${next}`),
      send: async (part) => (await send(part, next)).updateClientSubscriptions,
      done: (count) => t(`subscription.many.done.${next}`, { count }),
      undo: async (results) => giveBack(results, next === Active ? Suspended : Active),
    });
  const actions: RowAction<ClientItem>[] = [
    {
      id: Suspended,
      label: t('subscription.to.SUSPENDED'),
      keys: 's',
      isDanger: true,
      applies: ({ subscriptionStatus }) => subscriptionStatus === Active,
      run: setSuspending,
    },
    {
      id: Active,
      label: t('subscription.to.ACTIVE'),
      keys: 'r',
      applies: ({ subscriptionStatus }) => subscriptionStatus === Suspended,
      run: (items) => change(items, Active),
    },
  ];
  const [first] = suspending;
  const count = suspending.length;
  const dialogs = (
    <>
      {dialog}
      <ConfirmDialog
        opened={count > 0}
        onClose={() => setSuspending([])}
        title={t('subscription.many.suspend', { count, company: first?.companyName ?? '' })}
        action={t('subscription.to.SUSPENDED')}
        act={async () => change(suspending, Suspended)}
      >
        <Text>{t('subscription.many.means', { count, company: first?.companyName ?? '' })}</Text>
      </ConfirmDialog>
    </>
  );
  return { actions, dialogs };
}
