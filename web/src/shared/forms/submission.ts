import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { ApiError, type FieldProblem } from '../../api/api.error.ts';
import { useSending } from '../dialog.tsx';
import type { FormDraft } from './draft.ts';
import { linesOf } from './lines.ts';
import { useFieldText, useProblemText } from '../problem.text.ts';

interface Submission<Values, Result> {
  /** Submits the values. */
  send: (values: Values) => Promise<Result>;
  /** Gets the submitted values, because the user may have typed since. */
  done: (result: Result, sent: Values) => void;
  /** Draft to remove after submission. */
  draft?: Pick<FormDraft<Values>, 'forget'>;
  /** Fields that show a CONFLICT, by reason. */
  reasonAt?: Record<string, keyof Values & string>;
}

/**
 * Submits a form. API errors of fields appear at those fields, and the first gets the focus: `input.website` at `website`,
 * `addresses.1` with its line at `addresses`. `problem` is any other error.
 */
export function useSubmission<Values extends object, Result>(
  form: UseFormReturnType<Values>,
  { send, done, draft, reasonAt = {} }: Submission<Values, Result>,
) {
  const fieldText = useFieldText();
  const problemText = useProblemText();
  const errorsOf = (failure: unknown): Record<string, string> => {
    const atField = failure instanceof ApiError && failure.reason !== undefined ? reasonAt[failure.reason] : undefined;
    if (atField !== undefined) return { [atField]: problemText(failure) };
    const errors = fieldErrors(failure, form.getValues()).map(({ field, line, problem }) => {
      const text = fieldText(problem);
      return [field, line === undefined ? text : `${line}: ${text}`];
    });
    return Object.fromEntries(errors);
  };
  /** Sorted like the form's values, which follow its fields. */
  const focusFirst = (errors: object) => {
    const first = Object.keys(form.getValues()).find((field) => field in errors);
    if (first !== undefined) form.getInputNode(first)?.focus();
  };
  const { mutate, isPending, error } = useMutation({
    mutationFn: send,
    onSuccess: (result, sent) => {
      if (form.getValues() === sent) draft?.forget();
      done(result, sent);
    },
    onError: (failure) => {
      const errors = errorsOf(failure);
      form.setErrors(errors);
      focusFirst(errors);
    },
  });
  useSending(isPending);
  const isAtFields = error !== null && Object.keys(errorsOf(error)).length > 0;
  return {
    onSubmit: form.onSubmit((values) => mutate(values), focusFirst),
    isPending,
    problem: isAtFields ? null : error,
  };
}

interface FieldError {
  field: string;
  /** The invalid line of a field with one entry per line. */
  line: string | undefined;
  problem: FieldProblem;
}

/** Errors that belong to a field of the form. */
function fieldErrors(error: unknown, values: object): FieldError[] {
  if (!(error instanceof ApiError)) return [];
  const errors = error.fields.map((problem) => {
    const { path } = problem;
    const [, field = path, index] = /^(?:input\.)?(.+?)(?:\.(\d+))?$/.exec(path) ?? [];
    const line = index === undefined ? undefined : linesOf(String(Reflect.get(values, field)))[Number(index)];
    return { field, line, problem };
  });
  return errors.filter(({ field }) => field in values);
}
