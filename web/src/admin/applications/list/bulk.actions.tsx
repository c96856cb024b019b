import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApplicationStatus } from '../../../generated/enums.ts';
import { useViewer } from '../../../session/session.store.ts';
import type { RowAction, Selection } from '../../../shared/list/list.types.ts';
import type { ApplicationItem } from './application.columns.tsx';
import { AssignDialog, useAssign } from './assign.dialog.tsx';
import { BulkChange } from './bulk.change.tsx';

const { Pending, Reviewing, Approved, Rejected } = ApplicationStatus;

interface Planned {
  items: readonly ApplicationItem[];
  /** Undefined asks for an assignee. */
  status?: ApplicationStatus;
}

const canBecome =
  (status: ApplicationStatus) =>
  ({ nextStatuses }: ApplicationItem): boolean =>
    nextStatuses.includes(status);

/** Actions of reviewers on one or many applications. Those that fail stay selected. */
export function useBulkActions(selection: Selection<ApplicationItem>) {
  const { t } = useTranslation('admin');
  const viewer = useViewer();
  const [planned, setPlanned] = useState<Planned>();
  const assigning = useAssign(selection.remove);
  const actions: RowAction<ApplicationItem>[] = [
    {
      id: 'take',
      label: t('assign.take'),
      keys: 'i',
      isSingle: true,
      applies: ({ assignee }) => assignee?.id !== viewer.id,
      run: (items) => assigning.assign(items, { id: viewer.id, name: viewer.name }),
    },
    { id: 'assign', label: t('assign.to'), keys: 's', run: (items) => setPlanned({ items }) },
    ...(
      [
        [Reviewing, 'r'],
        [Approved, 'a'],
        [Rejected, 'd'],
      ] as const
    ).map(([status, keys]) => ({
      id: status,
      label: t(`decision.to.${status}`),
      keys,
      isDanger: status === Rejected,
      applies: canBecome(status),
      run: (items: readonly ApplicationItem[]) => setPlanned({ items, status }),
    })),
    {
      id: Pending,
      label: t(`decision.to.${Pending}`),
      isSingle: true,
      applies: canBecome(Pending),
      run: (items) => setPlanned({ items, status: Pending }),
    },
  ];
  const close = () => setPlanned(undefined);
  const dialogs = (
    <>
      {planned?.status && (
        <BulkChange applications={planned.items} status={planned.status} onClose={close} onDone={selection.remove} />
      )}
      {planned && !planned.status && (
        <AssignDialog
          applications={planned.items}
          onChoose={(admin) => {
            close();
            assigning.assign(planned.items, admin);
          }}
          onClose={close}
        />
      )}
      {assigning.dialog}
    </>
  );
  return { actions, dialogs };
}
