import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChangeStatusesMutation } from '../../../generated/admin/graphql.ts';
import type { Versioned } from '../../../shared/forms/change.ts';
import { MissedChanges } from '../../../shared/forms/conflict.tsx';
import { BulkOutcomes } from '../../../shared/list/bulk/bulk.outcomes.tsx';
import { useApplicationWords } from '../application.words.ts';

export type BulkResult = Pick<ChangeStatusesMutation['updatePartnerApplicationStatuses'][number], 'id' | 'error'>;

type Item = Versioned & { companyName: string };

interface BulkResultsProps {
  applications: readonly Item[];
  results: readonly BulkResult[];
  /** Gets the conflicting applications at their current versions. */
  onAgain: (items: Item[]) => void;
  onClose: () => void;
}

/** Result of each change. Stale ones say what changed, and can be sent again. */
export function BulkResults({ applications, results, onAgain, onClose }: BulkResultsProps) {
  const { t } = useTranslation('admin');
  const words = useApplicationWords();
  const itemOf = (id: string) => applications.find((application) => application.id === id);
  const stale = results.flatMap(({ id, error }) => {
    const item = itemOf(id);
    return item && error?.version != null ? [{ ...item, version: error.version }] : [];
  });
  const missed = stale.map(({ id, version }) => ({ id, from: itemOf(id)?.version ?? version, to: version }));
  return (
    <BulkOutcomes
      outcomes={results}
      nameOf={(id) => itemOf(id)?.companyName ?? id}
      more={(id) =>
        missed
          .filter((each) => each.id === id)
          .map((each) => <MissedChanges key={each.id} missed={each} kind="application" words={words} />)
      }
      buttons={
        stale.length > 0 && (
          <Button variant="default" onClick={() => onAgain(stale)}>
            {t('bulk.again', { count: stale.length })}
          </Button>
        )
      }
      onClose={onClose}
    />
  );
}
