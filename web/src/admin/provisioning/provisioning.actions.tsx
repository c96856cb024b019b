import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/api.error.ts';
import { ask } from '../../api/ask.ts';
import { ProvisioningStatus } from '../../generated/enums.ts';
import { SendClientAgainDocument, type FailedProvisioningListQuery } from '../../generated/admin/graphql.ts';
import type { Outcome } from '../../shared/list/bulk/bulk.outcomes.tsx';
import { useBulk } from '../../shared/list/bulk/use.bulk.tsx';
import type { RowAction, Selection } from '../../shared/list/list.types.ts';

export type Failed = FailedProvisioningListQuery['failedProvisionings']['items'][number];

/** Sends one or many clients to the product again. Those that are refused stay selected. */
export function useProvisioningActions(selection: Selection<Failed>): {
  actions: RowAction<Failed>[];
  dialog: ReactNode;
} {
  const { t } = useTranslation('provisioning');
  const { start, dialog } = useBulk<Failed, Outcome>(({ client }) => client.companyName, selection.remove);
  const send = (items: readonly Failed[]) =>
    start({
      items,
      title: t('again'),
      send: (part) => Promise.all(part.map(({ id }) => sent(id))),
      done: (count) => t('sent', { count }),
    });
  const applies = ({ status }: Failed) => status === ProvisioningStatus.Failed;
  return { actions: [{ id: 'again', label: t('again'), keys: 'r', applies, run: send }], dialog };
}

/** The result of one client, so that one refusal does not hide the others. */
async function sent(id: string): Promise<Outcome> {
  try {
    await ask(SendClientAgainDocument, { clientId: id });
    return { id, error: null };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { code, message, reason = null, version = null } = error;
    return { id, error: { code, message, reason, version } };
  }
}
