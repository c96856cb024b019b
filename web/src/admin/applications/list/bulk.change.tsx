import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationStatus } from '../../../generated/enums.ts';
import { Dialog } from '../../../shared/dialog.tsx';
import { BulkForm, type BulkItem } from './bulk.form.tsx';
import { BulkResults, type BulkResult } from './bulk.results.tsx';

interface BulkChangeProps {
  applications: readonly BulkItem[];
  status: ApplicationStatus;
  onClose: () => void;
  /** Gets the IDs of those that changed. */
  onDone: (changed: ReadonlySet<string>) => void;
}

/** Bulk change of the selected applications, then its results. */
export function BulkChange({ applications, status, onClose, onDone }: BulkChangeProps) {
  const { t } = useTranslation(['admin', 'common']);
  const [planned, setPlanned] = useState(applications);
  const [results, setResults] = useState<BulkResult[]>();
  /** Conflicting applications, after the user reviewed the changes. */
  const again = (items: BulkItem[]) => {
    setPlanned(items);
    setResults(undefined);
  };
  const done = (found: BulkResult[]) => {
    setResults(found);
    onDone(new Set(found.filter(({ error }) => !error).map(({ id }) => id)));
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`${t(`decision.to.${status}`)}: ${t('bulk.applications', { count: planned.length })}`}
      size="lg"
    >
      {results ? (
        <BulkResults applications={planned} results={results} onAgain={again} onClose={onClose} />
      ) : (
        <BulkForm applications={planned} status={status} onCancel={onClose} onDone={done} />
      )}
    </Dialog>
  );
}
