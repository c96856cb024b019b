import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { ApiError, type FieldProblem } from '../../api/api.error.ts';
import { useSending } from '../dialog.tsx';
import type { FormDraft } from './draft.ts';
import { useFieldText, useProblemText } from '../problem.text.ts';

interface Submission<Values, Result> {
  /** What the form is sent with. */
  send: (values: Values) => Promise<Result>;
  /** What was sent comes along: more may have been typed since. */
  done: (result: Result, sent: Values) => void;
  /** Not needed any more once it was sent. */
  draft?: Pick<FormDraft<Values>, 'forget'>;
  /** At which field the reason of a CONFLICT stands. */
  reasonAt?: Record<string, keyof Values & string>;
}

/**
 * Sends a form. What the API says against a field stands at that field (`input.website` at `website`, `addresses.1` with the second
 * line at `addresses`), and the first one gets the focus; `problem` is all else that went wrong.
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
  /** In the order of the form's values, which is that of its fields. */
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
  /** Of a field that takes a list, an entry a line: the wrong one. */
  line: string | undefined;
  problem: FieldProblem;
}

/** Those that the form has a field for. */
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

/** The lines of a text that are not blank. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
