import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useEffectEvent } from 'react';
import { ask } from '../../api/ask.ts';
import { ForgetDraftDocument, KeepDraftDocument, ReadDraftDocument } from '../../generated/workspace/graphql.ts';

/** Milliseconds without a key until the text is sent. */
const PAUSE = 1000;

/**
 * Keeps the note of a form for the user's other devices, and takes theirs into an empty form. The browser's own draft
 * comes first. Failures are silent, because that draft is kept anyway.
 */
export function useSharedDraft(key: string, form: UseFormReturnType<{ note: string }>): { forget: () => void } {
  const send = (text: string) => {
    const sent = text.trim() === '' ? ask(ForgetDraftDocument, { key }) : ask(KeepDraftDocument, { key, text });
    sent.catch(() => undefined);
  };
  const sendLater = useDebouncedCallback(send, { delay: PAUSE, flushOnUnmount: true });
  form.watch('note', ({ value }) => sendLater(value));
  const take = useEffectEvent((text: string) => {
    if (form.getValues().note === '') form.setFieldValue('note', text);
  });
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const { draft } = await ask(ReadDraftDocument, { key });
      if (draft && !isGone) take(draft.text);
    };
    read().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [key]);
  return {
    forget: () => {
      sendLater.cancel();
      send('');
    },
  };
}

/** Deletes the copies of drafts that this browser loses, before a sign-out. */
export const forgetSharedDrafts = (names: readonly string[]): Promise<unknown> =>
  Promise.allSettled(names.filter((name) => name.startsWith('note:')).map((key) => ask(ForgetDraftDocument, { key })));
