import { Stack, Text, UnstyledButton } from '@mantine/core';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { PartnerTier } from '../../generated/enums.ts';
import {
  UpdatePartnersDocument,
  type PartnerPartsFragment,
  type UpdatePartnerAccountInput,
  type UpdatePartnersMutation,
} from '../../generated/admin/graphql.ts';
import { AssignManagersDocument } from '../../generated/tiers/graphql.ts';
import { ConfirmDialog } from '../../shared/confirm.dialog.tsx';
import { Dialog } from '../../shared/dialog.tsx';
import type { Outcome } from '../../shared/list/bulk/bulk.outcomes.tsx';
import { refuseNone, useBulk } from '../../shared/list/bulk/use.bulk.tsx';
import type { RowAction, Selection } from '../../shared/list/list.types.ts';
import type { WantedManagers } from '../../tiers/managers/managers.dialog.tsx';
import { ManagersDialog } from '../../tiers/program.tsx';

type Result = UpdatePartnersMutation['updatePartnerAccounts'][number];
type Versioned = Pick<PartnerPartsFragment, 'id' | 'version'>;
type Partners = readonly PartnerPartsFragment[];

const send = (items: readonly Versioned[], input: UpdatePartnerAccountInput) =>
  ask(UpdatePartnersDocument, {
    input: { partners: items.map(({ id, version }) => ({ id, expectedVersion: version })), ...input },
  });

const sendManagers = (items: readonly Versioned[], managers: WantedManagers) =>
  ask(AssignManagersDocument, {
    input: { partners: items.map(({ id, version }) => ({ id, expectedVersion: version })), ...managers },
  });

/** Gives partners their tiers of before. */
async function giveBack(items: Partners, results: readonly (Result | Outcome)[]): Promise<void> {
  for (const [tier, theirs] of Map.groupBy(items, (item) => item.tier)) {
    const changed = results.flatMap((result) =>
      'partner' in result && result.partner && theirs.some(({ id }) => id === result.id) ? [result.partner] : [],
    );
    if (changed.length > 0) refuseNone((await send(changed, { tier })).updatePartnerAccounts);
  }
  await queryClient.invalidateQueries();
}

type Plan = { kind: 'tier' | 'managers' | 'deactivate' | 'reactivate'; items: Partners };

/** Changes one or many partners: their tier with Undo, or whether they are active. Those that fail stay selected. */
export function usePartnerActions(selection: Selection<PartnerPartsFragment>): {
  actions: RowAction<PartnerPartsFragment>[];
  dialogs: ReactNode;
} {
  const { t } = useTranslation(['admin', 'common']);
  const [plan, setPlan] = useState<Plan>();
  const close = () => setPlan(undefined);
  const { start, dialog } = useBulk<PartnerPartsFragment, Result>(({ companyName }) => companyName, selection.remove);
  const setTier = (items: Partners, tier: PartnerTier) => {
    close();
    start({
      items,
      title: t('partners.many.tier', { count: items.length, company: items[0]?.companyName ?? '' }),
      send: async (part) => (await send(part, { tier })).updatePartnerAccounts,
      done: (count) => t('partners.many.tierDone', { count, tier: t(`common:partnerTier.${tier}`) }),
      undo: async (results) => giveBack(items, results),
    });
  };
  const assign = (items: Partners, managers: WantedManagers) => {
    close();
    start({
      items,
      title: t('partners.many.assign'),
      send: async (part) => (await sendManagers(part, managers)).assignPartnerManagers,
      done: (count) => t('partners.many.assigned', { count }),
    });
  };
  const setActive = (items: Partners, isActive: boolean) =>
    start({
      items,
      title: t(isActive ? 'partners.activate' : 'partners.deactivate'),
      send: async (part) => (await send(part, { isActive })).updatePartnerAccounts,
      done: (count) => t(isActive ? 'partners.many.reactivated' : 'partners.many.deactivated', { count }),
    });
  const actions: RowAction<PartnerPartsFragment>[] = [
    { id: 'tier', label: t('partners.many.changeTier'), keys: 't', run: (items) => setPlan({ kind: 'tier', items }) },
    {
      id: 'managers',
      label: t('partners.many.assign'),
      keys: 's',
      run: (items) => setPlan({ kind: 'managers', items }),
    },
    {
      id: 'deactivate',
      label: t('partners.deactivate'),
      keys: 'd',
      isDanger: true,
      applies: ({ isActive }) => isActive,
      run: (items) => setPlan({ kind: 'deactivate', items }),
    },
    {
      id: 'reactivate',
      label: t('partners.activate'),
      keys: 'r',
      applies: ({ isActive }) => !isActive,
      run: (items) => setPlan({ kind: 'reactivate', items }),
    },
  ];
  const items = plan?.items ?? [];
  const about = { count: items.length, company: items[0]?.companyName ?? '' };
  const isReactivating = plan?.kind === 'reactivate';
  const dialogs = (
    <>
      {dialog}
      {plan?.kind === 'tier' && (
        <Dialog opened onClose={close} title={t('partners.many.tier', about)}>
          <Stack gap={4}>
            {Object.values(PartnerTier).map((tier, index) => (
              <UnstyledButton
                key={tier}
                p="xs"
                data-autofocus={index === 0 || undefined}
                onClick={() => setTier(items, tier)}
              >
                {t(`common:partnerTier.${tier}`)}
              </UnstyledButton>
            ))}
          </Stack>
        </Dialog>
      )}
      {plan?.kind === 'managers' && (
        <Suspense fallback={null}>
          <ManagersDialog count={items.length} onChoose={(managers) => assign(items, managers)} onClose={close} />
        </Suspense>
      )}
      {plan && plan.kind !== 'tier' && plan.kind !== 'managers' && (
        <ConfirmDialog
          opened
          onClose={close}
          title={t(isReactivating ? 'partners.many.reactivate' : 'partners.many.deactivate', about)}
          action={t(isReactivating ? 'partners.activate' : 'partners.deactivate')}
          isDangerous={!isReactivating}
          act={async () => setActive(items, isReactivating)}
        >
          <Text>{t(isReactivating ? 'partners.many.reactivateMeans' : 'partners.many.deactivateMeans', about)}</Text>
        </ConfirmDialog>
      )}
    </>
  );
  return { actions, dialogs };
}
