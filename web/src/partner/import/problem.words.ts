import { useTranslation } from 'react-i18next';
import { ApiError, type FieldProblem } from '../../api/api.error.ts';
import { useFieldText, useProblemText } from '../../shared/problem.text.ts';
import { FIELDS, type Field } from './columns.ts';
import type { Result, Twins } from './import.run.ts';

const isField = (name: string): name is Field => FIELDS.some((field) => field === name);

/** The problems of a row in one line. */
export function useRowProblem(twins: Twins): (result: Result) => string {
  const { t } = useTranslation(['onboarding', 'portal']);
  const fieldText = useFieldText();
  const problemText = useProblemText();
  return ({ key, error, problems }) => {
    const twin = twins.get(key);
    if (twin !== undefined) return t('import.sameAs', { row: twin });
    if (problems.length === 0) return error ? problemText(errorOf(error)) : '';
    return problems
      .map((problem) => {
        const label = isField(problem.field) ? t(`portal:client.${problem.field}`) : problem.field;
        return `${label}: ${fieldText(fieldProblemOf(problem))}`;
      })
      .join(' ');
  };
}

const errorOf = ({ code, message, reason }: NonNullable<Result['error']>) =>
  new ApiError({ message, extensions: { code, ...(reason === null ? {} : { reason }) } });

function fieldProblemOf({ field, message, rule, ...params }: Result['problems'][number]): FieldProblem {
  const known = Object.entries(params).filter((entry): entry is [string, string | number] => entry[1] !== null);
  return { path: field, message, rule, params: Object.fromEntries(known) };
}
