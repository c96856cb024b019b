import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { ApiError } from '../api/api.error.ts';
import { useFieldText } from './problem.text.ts';

interface Submission<Values, Result> {
  /** What the form is sent with. */
  send: (values: Values) => Promise<Result>;
  done: (result: Result) => void;
}

/**
 * Sends a form. What the API says against a field stands at that field (`input.website` at `website`), and the first one gets the
 * focus; `problem` is all else that went wrong.
 */
export function useSubmission<Values extends object, Result>(
  form: UseFormReturnType<Values>,
  { send, done }: Submission<Values, Result>,
) {
  const fieldText = useFieldText();
  /** In the order of the form's values, which is that of its fields. */
  const focusFirst = (errors: object) => {
    const first = Object.keys(form.getValues()).find((field) => field in errors);
    if (first !== undefined) form.getInputNode(first)?.focus();
  };
  const { mutate, isPending, error } = useMutation({
    mutationFn: send,
    onSuccess: done,
    onError: (failure) => {
      const errors = fieldErrors(failure, form.getValues());
      form.setErrors(Object.fromEntries(Object.entries(errors).map(([field, message]) => [field, fieldText(message)])));
      focusFirst(errors);
    },
  });
  const isAtFields = error !== null && Object.keys(fieldErrors(error, form.getValues())).length > 0;
  return {
    onSubmit: form.onSubmit((values) => mutate(values), focusFirst),
    isPending,
    problem: isAtFields ? null : error,
  };
}

/** Those that the form has a field for. */
function fieldErrors(error: unknown, values: object): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const atFields = error.fields.map(({ path, message }) => [path.replace(/^input\./, ''), message] as const);
  return Object.fromEntries(atFields.filter(([field]) => field in values));
}
