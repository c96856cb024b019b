import { Text } from '@mantine/core';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { Benefit, SubscriptionStatus } from '../../generated/enums.ts';
import {
  UpdateSubscriptionDocument,
  UpdateSubscriptionsDocument,
  type ClientListQuery,
  type UpdateSubscriptionsMutation,
} from '../../generated/partner/graphql.ts';
import { ConfirmDialog } from '../../shared/confirm.dialog.tsx';
import { refuseNone, useBulk } from '../../shared/list/bulk/use.bulk.tsx';
import type { Outcome } from '../../shared/list/bulk/bulk.outcomes.tsx';
import { outcomeOf } from '../../shared/list/bulk/outcome.of.ts';
import type { RowAction, Selection } from '../../shared/list/list.types.ts';
import { LockedActions } from '../../tiers/program.tsx';
import { useLock } from '../benefits.ts';

export type ClientItem = ClientListQuery['clientAccounts']['items'][number];
type Result = UpdateSubscriptionsMutation['updateClientSubscriptions'][number];
type Versioned = Pick<ClientItem, 'id' | 'version'>;
type Next = 'ACTIVE' | 'SUSPENDED';

const { Active, Suspended } = SubscriptionStatus;

async function send(items: readonly Versioned[], subscriptionStatus: Next): Promise<readonly (Result | Outcome)[]> {
  const [only, ...more] = items;
  if (only && more.length === 0) return [await sendOne(only, subscriptionStatus)];
  const clients = items.map(({ id, version }) => ({ id, expectedVersion: version }));
  const { updateClientSubscriptions } = await ask(UpdateSubscriptionsDocument, {
    input: { clients, subscriptionStatus },
  });
  return updateClientSubscriptions;
}

/** A single client needs no benefit of a tier. */
async function sendOne({ id, version: expectedVersion }: Versioned, subscriptionStatus: Next) {
  let client: Versioned | undefined;
  const outcome = await outcomeOf(id, async () => {
    const input = { subscriptionStatus };
    client = (await ask(UpdateSubscriptionDocument, { id, input, expectedVersion })).updateClientSubscription;
  });
  return { ...outcome, client: client ?? null };
}

/** Gives the clients that changed their status of before. */
async function giveBack(results: readonly (Result | Outcome)[], before: Next): Promise<void> {
  const changed = results.flatMap((result) => ('client' in result && result.client ? [result.client] : []));
  refuseNone(await send(changed, before));
  await queryClient.invalidateQueries();
}

/** Suspends or reactivates one or many clients, with Undo. Those that fail stay selected. */
export function useClientActions(selection: Selection<ClientItem>): {
  actions: RowAction<ClientItem>[];
  dialogs: ReactNode;
} {
  const { t } = useTranslation(['portal', 'common']);
  const [suspending, setSuspending] = useState<readonly ClientItem[]>([]);
  const { start, dialog } = useBulk<ClientItem, Result | Outcome>(({ companyName }) => companyName, selection.remove);
  const change = (items: readonly ClientItem[], next: Next) =>
    start({
      items,
      title: t(`subscription.to.${next}`),
      send: (part) => send(part, next),
      done: (count) => t(`subscription.many.done.${next}`, { count }),
      undo: async (results) => giveBack(results, next === Active ? Suspended : Active),
    });
  const lock = useLock(Benefit.EnhancedClientManagement);
  const [isLocked, setLocked] = useState(false);
  /** Several clients at once need a benefit. The label names the tier that has it. */
  const labelled = (label: string) =>
    lock && selection.items.length > 1
      ? t('clients.fromTier', { action: label, tier: t(`common:partnerTier.${lock}`) })
      : label;
  const unlessLocked = (run: (items: readonly ClientItem[]) => void) => (items: readonly ClientItem[]) =>
    lock && items.length > 1 ? setLocked(true) : run(items);
  const actions: RowAction<ClientItem>[] = [
    {
      id: Suspended,
      label: labelled(t('subscription.to.SUSPENDED')),
      keys: 's',
      isDanger: true,
      applies: ({ subscriptionStatus }) => subscriptionStatus === Active,
      run: unlessLocked(setSuspending),
    },
    {
      id: Active,
      label: labelled(t('subscription.to.ACTIVE')),
      keys: 'r',
      applies: ({ subscriptionStatus }) => subscriptionStatus === Suspended,
      run: unlessLocked((items) => change(items, Active)),
    },
  ];
  const [first] = suspending;
  const count = suspending.length;
  const dialogs = (
    <>
      {dialog}
      {isLocked && lock && (
        <Suspense fallback={null}>
          <LockedActions tier={lock} onClose={() => setLocked(false)} />
        </Suspense>
      )}
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
