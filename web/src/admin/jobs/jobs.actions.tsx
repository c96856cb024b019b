import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { RetryJobDocument, type FailedJobListQuery } from '../../generated/admin/graphql.ts';
import type { Outcome } from '../../shared/list/bulk/bulk.outcomes.tsx';
import { outcomeOf } from '../../shared/list/bulk/outcome.of.ts';
import { useBulk } from '../../shared/list/bulk/use.bulk.tsx';
import type { RowAction, Selection } from '../../shared/list/list.types.ts';

export type Job = FailedJobListQuery['failedJobs']['items'][number];

/** The words for a queue. Queues without words have their own name. */
export function useQueueName(): (queue: string) => string {
  const { t } = useTranslation('admin');
  return (queue) => t(`jobs.kinds.${queue}`, { defaultValue: queue });
}

/** Runs one or many failed jobs again. Those that fail stay selected. */
export function useJobActions(selection: Selection<Job>): { actions: RowAction<Job>[]; dialog: ReactNode } {
  const { t } = useTranslation('admin');
  const nameOf = useQueueName();
  const { start, dialog } = useBulk<Job, Outcome>(
    ({ queue, subject }) => [nameOf(queue), subject].filter(Boolean).join(': '),
    selection.remove,
  );
  const retry = (items: readonly Job[]) =>
    start({
      items,
      title: t('jobs.retry'),
      send: (part) => Promise.all(part.map(({ id }) => outcomeOf(id, () => ask(RetryJobDocument, { id })))),
      done: (count) => t('jobs.retried', { count }),
    });
  return { actions: [{ id: 'retry', label: t('jobs.retry'), keys: 'r', run: retry }], dialog };
}
