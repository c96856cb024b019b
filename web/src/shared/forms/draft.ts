import { useForm, type UseFormInput, type UseFormReturnType } from '@mantine/form';
import { useEffect, useState } from 'react';
import { current } from '../../session/session.store.ts';
import { draftKey, keepDraft, readDraft, removeDraft, setUnsent } from './draft.store.ts';

interface DraftForm<Values> extends Pick<UseFormInput<Values>, 'validate' | 'onValuesChange'> {
  initialValues: Values;
  /** Version of the edited object, if it has one. */
  version?: number;
  /** Fields that are never stored. */
  secret?: (keyof Values)[];
}

export interface FormDraft<Values> {
  /** Initial values; for a restored draft, those of its start. */
  initial: Values;
  version: number | undefined;
  isRestored: boolean;
  /** Starts again with the current values. */
  discard: () => void;
  /** Removes the stored draft after submission. */
  forget: () => void;
  /** For a form that stays open: what was saved is its new start. Entries made since then stay. */
  restart: (saved: Values, version: number) => void;
}

/**
 * Form whose entries survive a closed dialog, navigation, a reload and a lost session, until submitted.
 * The name identifies the draft, such as `note:` and an application ID. A new name needs a new `key`.
 */
export function useDraftForm<Values extends Record<string, unknown>>(
  name: string,
  { initialValues, version, secret = [], onValuesChange, validate }: DraftForm<Values>,
): { form: UseFormReturnType<Values>; draft: FormDraft<Values> } {
  const [key] = useState(() => draftKey(ownerOfDrafts(), name));
  const [restored, setRestored] = useState(() => readDraft<Values>(key));
  const [began, setBegan] = useState<Pick<FormDraft<Values>, 'initial' | 'version'>>(() => ({
    initial: { ...initialValues, ...restored?.initial },
    version: restored ? restored.version : version,
  }));
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { ...began.initial, ...restored?.values },
    ...(validate ? { validate } : {}),
    onValuesChange: (values, previous) => {
      keep(values);
      onValuesChange?.(values, previous);
    },
  });
  const kept = (values: Values) =>
    Object.fromEntries(Object.entries(values).filter(([field]) => !secret.includes(field))) as Partial<Values>;
  const keep = (values: Values) => {
    const isUntouched = Object.entries(kept(values)).every(([field, value]) => isSame(value, began.initial[field]));
    if (isUntouched) removeDraft(key);
    else keepDraft(key, { values: kept(values), initial: kept(began.initial), version: began.version });
  };
  useEffect(() => {
    setUnsent(key, readDraft(key) !== undefined);
    return () => setUnsent(key, false);
  }, [key]);
  const forget = () => {
    removeDraft(key);
    setRestored(undefined);
  };
  return {
    form,
    draft: {
      ...began,
      isRestored: restored !== undefined,
      forget,
      restart: (saved, next) => {
        setBegan({ initial: saved, version: next });
        form.setInitialValues(saved);
        forget();
        if (!isSame(form.getValues(), saved)) {
          keepDraft(key, { values: kept(form.getValues()), initial: kept(saved), version: next });
        }
      },
      discard: () => {
        setBegan({ initial: initialValues, version });
        form.setInitialValues(initialValues);
        form.reset();
        forget();
      },
    },
  };
}

/** Drafts belong to one user, also on a shared computer. */
function ownerOfDrafts(): string {
  const session = current();
  return 'viewer' in session ? session.viewer.id : 'visitor';
}

/** Form values are strings, choices and lists of choices. */
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
