import { expect, test } from 'vitest';
import { failureOf } from '../../web/src/admin/mails/failure.reason.ts';

test.each([
  ['Postmark rejected the email (422, code 406): You tried to send to recipient(s) marked as inactive.', 'blocked'],
  ['Postmark rejected the email (422, code 300): Invalid email address.', 'address'],
  ['The recipient is not a plain email address.', 'address'],
  ['Postmark failed (422, code 405): You ran out of credits.', 'credit'],
  ['Postmark failed (401, code 10): No Account or Server API tokens were supplied.', 'sender'],
  ['Postmark failed (422, code 412): Your account is pending approval.', 'sender'],
  ['Postmark failed (429): Too many requests.', 'busy'],
  ['Postmark failed (503): Service Unavailable', 'service'],
  ['Postmark is unreachable: timeout of 10000ms exceeded', 'unreachable'],
  ['Postmark failed (422, code 1): The mailbox is full.', 'full'],
  ['The recipient is not in MAIL_ALLOWLIST, so this staging environment sends no email there.', 'heldBack'],
  ['The email could not be created.', 'content'],
  ['Postmark failed (422, code 9999): Something new.', undefined],
  [null, undefined],
])('%s: %s', (lastError, failure) => {
  expect(failureOf(lastError)).toBe(failure);
});
