import { ask } from '../api/ask.ts';
import { ExportActivityDocument } from '../generated/activity/graphql.ts';
import { ExportButton } from '../shared/list/export.button.tsx';
import { useEventFilter, type ActivityFilter } from './activity.list.tsx';

/** Downloads all events of a filter, not only those that are shown. */
export function ActivityExport({ filter: days }: { filter: ActivityFilter }) {
  const filter = useEventFilter(days);
  return (
    <ExportButton
      request={async (language) => (await ask(ExportActivityDocument, { filter, language })).exportAuditEvents}
    />
  );
}
