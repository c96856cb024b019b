import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';

const api = useApi({ RATE_LIMIT_SIGN_IN: '2/hour', RATE_LIMIT_API: '2/hour', TRUST_PROXY: '1' });

/** Each from its own network, with invalid credentials. */
test.each(
  [
    'signIn(email: "a@b.example", password: "wrong") { accessToken }',
    'signInWithIdentity(token: "x") { accessToken }',
    'signInWithLink(token: "x") { accessToken }',
    'refreshSession { accessToken }',
    'acceptInvitation(token: "x", name: "X", password: "correct horse battery") { accessToken }',
    'requestPasswordReset(email: "a@b.example")',
    'resetPassword(token: "x", password: "correct horse battery")',
  ].map((call, index) => ({ call, network: `203.0.113.${index}` })),
)('one network has few calls of $call', async ({ call, network }) => {
  const send = async () => {
    const response = await api.post({ query: `mutation { ${call} }` }, { 'x-forwarded-for': network });
    return response.status;
  };

  const statuses = [await send(), await send(), await send()];

  expect(statuses.map((status) => status === 429)).toEqual([false, false, true]);
});
