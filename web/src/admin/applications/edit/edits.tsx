import { useTranslation } from 'react-i18next';
import { changedFields } from '../../../activity/changes.ts';
import { useLabels, useValues } from '../../../activity/values.ts';
import classes from '../application.module.css';

/** The labels of the answers that an edit changed: "Size, Website". Undefined if they were erased. */
export function useEditedNames(): (changes: string | null | undefined) => string | undefined {
  const labelOf = useLabels();
  return (changes) =>
    changedFields(changes)
      .map(([field]) => labelOf(field))
      .join(', ') || undefined;
}

/** The values before and after an edit, on demand. */
export function EditedValues({ changes }: { changes: string | null | undefined }) {
  const { t } = useTranslation(['admin', 'common']);
  const labelOf = useLabels();
  const said = useValues();
  const fields = changedFields(changes);
  if (fields.length === 0) return null;
  const value = (field: string, of: unknown) => said(field, of, () => undefined);
  return (
    <details className={classes['edit']}>
      <summary>{t('timeline.values')}</summary>
      <dl>
        {fields.map(([field, { from, to }]) => (
          <div key={field}>
            <dt>{labelOf(field)}</dt>
            <dd>{t('timeline.change', { from: value(field, from), to: value(field, to) })}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
