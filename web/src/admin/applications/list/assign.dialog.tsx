import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask.ts';
import { queryClient } from '../../../api/query.client.ts';
import { AssignManyDocument, type AssignManyMutation } from '../../../generated/admin/graphql.ts';
import { useViewer } from '../../../session/session.store.ts';
import { Dialog } from '../../../shared/dialog.tsx';
import type { Outcome } from '../../../shared/list/bulk/bulk.outcomes.tsx';
import { refuseNone, useBulk } from '../../../shared/list/bulk/use.bulk.tsx';
import { Mark } from '../../../shared/marks/mark.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { reviews } from '../../rights.ts';
import { useAdmins } from '../../team/use.admins.ts';
import type { ApplicationItem } from './application.columns.tsx';
import classes from './assign.module.css';

/** Null removes the assignee. */
type Assignee = { id: string; name: string } | null;

type Result = Pick<AssignManyMutation['assignPartnerApplications'][number], 'id' | 'application' | 'error'>;

type Versioned = Pick<ApplicationItem, 'id' | 'version'>;

const send = (items: readonly Versioned[], assigneeId: string | null) =>
  ask(AssignManyDocument, {
    input: { applications: items.map(({ id, version }) => ({ id, expectedVersion: version })), assigneeId },
  });

/** Gives applications back to their assignees of before. Throws the first refusal. */
async function giveBack(items: readonly ApplicationItem[], results: readonly (Result | Outcome)[]): Promise<void> {
  const byAssignee = Map.groupBy(items, ({ assignee }) => assignee?.id ?? null);
  for (const [assigneeId, theirs] of byAssignee) {
    const changed = results.flatMap((result) =>
      'application' in result && result.application && theirs.some(({ id }) => id === result.id)
        ? [{ id: result.id, version: result.application.version }]
        : [],
    );
    if (changed.length === 0) continue;
    refuseNone((await send(changed, assigneeId)).assignPartnerApplications);
  }
  await queryClient.invalidateQueries();
}

/**
 * Assigns many applications, with progress, and Undo in the toast.
 * @param onDone gets the IDs of those that changed
 */
export function useAssign(onDone: (changed: ReadonlySet<string>) => void) {
  const { t } = useTranslation('admin');
  const { start, dialog } = useBulk<ApplicationItem, Result>(({ companyName }) => companyName, onDone);
  const assign = (items: readonly ApplicationItem[], to: Assignee) =>
    start({
      items,
      title: t('assign.title', { count: items.length }),
      send: async (part) => (await send(part, to?.id ?? null)).assignPartnerApplications,
      done: (count) => (to ? t('assign.done', { count, name: to.name }) : t('assign.removed', { count })),
      undo: async (results) => giveBack(items, results),
    });
  return { assign, dialog };
}

interface AssignDialogProps {
  applications: readonly ApplicationItem[];
  onChoose: (admin: Assignee) => void;
  onClose: () => void;
}

/** Chooses who gets the applications. */
export function AssignDialog({ applications, onChoose, onClose }: AssignDialogProps) {
  const { t } = useTranslation(['admin', 'common']);
  const viewer = useViewer();
  const { admins, error, refetch, isFetching } = useAdmins();
  const reviewers = admins.filter(({ roles }) => reviews(roles));
  const [first] = applications;
  const title =
    applications.length === 1
      ? t('assign.titleOf', { company: first?.companyName ?? '' })
      : t('assign.title', { count: applications.length });
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      <ul className={classes['people']}>
        {[...reviewers.toSorted((one) => (one.id === viewer.id ? -1 : 0)), null].map((admin, index) => (
          <li key={admin?.id ?? 'nobody'}>
            <UnstyledButton
              className={classes['person'] ?? ''}
              data-autofocus={index === 0 || undefined}
              onClick={() => onChoose(admin)}
            >
              <Mark name={admin?.name} kind="person" size={24} />
              {admin === null
                ? t('assignee.nobody')
                : admin.id === viewer.id
                  ? t('assignee.me', { name: admin.name })
                  : admin.name}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
