import type { KeyboardEvent } from 'react';

/** `onKeyDown` of a text of several lines: Ctrl+Enter or Cmd+Enter sends its form. */
export function sendByKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
