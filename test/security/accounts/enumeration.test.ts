import { expect, test } from 'vitest';
import { ADMIN, useApi } from '../../support/api.ts';
import { statementsOf } from '../../support/statements.ts';

/* Row A12 of the attacks to withstand: neither the answer nor its time reveals whether an address is known. */

const api = useApi();

const RESET = 'mutation ($email: String!) { requestPasswordReset(email: $email) }';

test('A12: a password reset request does the same work for every address', async () => {
  const work = async (email: string) => {
    let answer: object = {};
    const statements = await statementsOf(async () => (answer = await api.ask(undefined, RESET, { email })));
    return { answer, statements };
  };

  const known = await work(ADMIN.email);

  expect(known.statements.length).toBeGreaterThan(0);
  expect(await work('nobody@example.com')).toEqual(known);
});
