import { Progress, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/api.error.ts';
import { queryClient } from '../../../api/query.client.ts';
import { Dialog } from '../../dialog.tsx';
import { Problem } from '../../problem.tsx';
import { showToast } from '../../toasts.tsx';
import type { Row } from '../list.types.ts';
import { BulkOutcomes, failedPart, type Outcome } from './bulk.outcomes.tsx';
import { inParts } from './in.parts.ts';

interface BulkChange<Item, Result> {
  items: readonly Item[];
  /** Of the dialog. */
  title: string;
  send: (part: readonly Item[]) => Promise<readonly Result[]>;
  /** The toast's text about those that changed. */
  done: (count: number) => string;
  /** The reverse operation, if there is one. Throws the first refusal. */
  undo?: (results: readonly (Result | Outcome)[]) => Promise<unknown>;
}

interface Run<Item> {
  items: readonly Item[];
  title: string;
  done: number;
  outcomes?: readonly Outcome[];
  error?: unknown;
}

/** Fewer items than this change without a dialog, unless one fails. */
const FEW = 10;

/**
 * Changes many rows: with progress, a toast with Undo, and the result of each row if one fails.
 * @param onDone gets the IDs of those that changed
 */
export function useBulk<Item extends Row, Result extends Outcome>(
  nameOf: (item: Item) => string,
  onDone: (changed: ReadonlySet<string>) => void,
): { start: (change: BulkChange<Item, Result>) => void; dialog: ReactNode } {
  const { t } = useTranslation();
  const [run, setRun] = useState<Run<Item>>();
  const start = async ({ items, title, send, done, undo }: BulkChange<Item, Result>) => {
    setRun({ items, title, done: 0 });
    try {
      const results = await inParts<Item, Result | Outcome>(
        items,
        send,
        ({ id }) => failedPart(id),
        (count) => setRun({ items, title, done: count }),
      );
      const changed = new Set(results.filter(({ error }) => !error).map(({ id }) => id));
      onDone(changed);
      void queryClient.invalidateQueries();
      setRun(changed.size < items.length ? { items, title, done: items.length, outcomes: results } : undefined);
      if (changed.size > 0) showToast(done(changed.size), undo ? { undo: async () => undo(results) } : {});
    } catch (error) {
      setRun({ items, title, done: 0, error });
    }
  };
  const close = () => setRun(undefined);
  const isShown = run && (run.outcomes ?? run.error ?? (run.items.length > FEW || undefined)) !== undefined;
  const dialog = isShown && (
    <Dialog opened onClose={close} title={run.title} isSending={!run.outcomes && !run.error}>
      {run.outcomes ? (
        <BulkOutcomes
          outcomes={run.outcomes}
          nameOf={(id) => run.items.filter((item) => item.id === id).map(nameOf)[0] ?? id}
          onClose={close}
        />
      ) : run.error ? (
        <Problem error={run.error} />
      ) : (
        <Stack gap="xs">
          <Text role="status">{t('list.bulk.progress', { done: run.done, total: run.items.length })}</Text>
          <Progress value={(100 * run.done) / run.items.length} aria-label={run.title} />
        </Stack>
      )}
    </Dialog>
  );
  return { start: (change) => void start(change), dialog };
}

/** Throws the first refusal of several changes, for Undo. */
export function refuseNone(outcomes: readonly Outcome[]): void {
  const refused = outcomes.find(({ error }) => error)?.error;
  if (refused) throw new ApiError({ message: refused.message, extensions: { code: refused.code } });
}
