import fc from 'fast-check';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/core/database/database.ts';
import { passwordProblem } from '../../../src/identity/account-security/password.rules.ts';
import { createFirstAdmin } from '../../../src/identity/users/first.admin.ts';
import { entities } from '../../../src/schema.ts';
import { signIn, useApi } from '../../support/api.ts';
import { givenApplication, changeStatus } from '../../support/given/applications.ts';
import { cloneDatabase } from '../../support/database.ts';
import { givenPartner, mailedToken } from '../../support/given/partners.ts';

const api = useApi({ WORKER: 'on' });

const SET = {
  acceptInvitation: `mutation ($token: String!, $password: String!) {
    acceptInvitation(token: $token, name: "Olive", password: $password) { accessToken }
  }`,
  resetPassword: 'mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) }',
};

/** A user of a company with this name, and a link to set a password. */
async function givenLink(operation: keyof typeof SET, email: string, companyName: string): Promise<string> {
  const id = await givenApplication(api, { contactEmail: email, companyName });
  await changeStatus(api, api.admin, { id, status: 'APPROVED' });
  const invitation = await mailedToken(api, email, 'user.invited');
  if (operation === 'acceptInvitation') return invitation;
  await api.ask(undefined, SET.acceptInvitation, { token: invitation, password: 'four quiet rivers' });
  await api.ask(undefined, 'mutation ($email: String!) { requestPasswordReset(email: $email) }', { email });
  return mailedToken(api, email, 'user.password_reset_requested');
}

let people = 0;

describe.each(['acceptInvitation', 'resetPassword'] as const)('A11: %s refuses', (operation) => {
  test.each([
    ['one character, repeated', 'aaaaaaaaaaaa', 'PASSWORD_COMMON'],
    ['a word, repeated', 'monkeymonkeymonkey', 'PASSWORD_COMMON'],
    ['numbers in order', '123456789012', 'PASSWORD_COMMON'],
    ['letters in order', 'abcdefghijklm', 'PASSWORD_COMMON'],
    ['keys in a row', 'qwertyuiopas', 'PASSWORD_COMMON'],
    ['a common password', 'Password1234', 'PASSWORD_COMMON'],
    ['one in lookalikes', 'P@ssw0rd1234', 'PASSWORD_COMMON'],
    ['the own address', 'my lovelace.test pass', 'PASSWORD_PERSONAL'],
    ['a part of it, in lookalikes', 'our L0ve1ace garden', 'PASSWORD_PERSONAL'],
    ['the domain', 'under zitronenhain trees', 'PASSWORD_PERSONAL'],
    ['the company', 'Mandel & Söhne forever', 'PASSWORD_PERSONAL'],
    ['a word of it, without the accent', 'green sohne window', 'PASSWORD_PERSONAL'],
    ['the product', 'we love ReachGenie', 'PASSWORD_PERSONAL'],
  ])('%s at its field, and the link stays valid', async (_, password, rule) => {
    const email = `lovelace.test${++people}@zitronenhain.example`;
    const token = await givenLink(operation, email, 'Mandel & Söhne');

    const refused = await api.ask(undefined, SET[operation], { token, password });
    const accepted = await api.ask(undefined, SET[operation], { token, password: 'plain tea at noon' });

    expect(refused.errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'password', rule }] } },
    ]);
    expect(accepted.errors).toBeUndefined();
    await expect(signIn(api, { email, password: 'plain tea at noon' })).resolves.toBeDefined();
  });
});

test('a wrong link is reported before a weak password, so that the rules reveal no address or company', async () => {
  const { errors } = await api.ask(undefined, SET.resetPassword, { token: 'x.y', password: 'aaaaaaaaaaaa' });

  expect(errors).toMatchObject([{ extensions: { fields: [{ path: 'token' }] } }]);
});

test('accepts any three words, and any 16 random characters, for a company with another name', async () => {
  const { email } = await givenPartner(api);
  const owner = { email, companyName: 'Acme Inc' };
  const words = ['velvet', 'tractor', 'Gebirge', 'noodle', 'quartz', 'umbrella', 'Fenster', 'crimson', 'walnut'];
  const phrase = fc.shuffledSubarray(words, { minLength: 3, maxLength: 3 }).map((chosen) => chosen.join(' '));
  const random = fc.array(fc.constantFrom(...'bcdfghjkmnpqrvwxyzBCDFGHJKMNPQRVWXYZ268'), {
    minLength: 16,
    maxLength: 16,
  });

  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        phrase,
        random.filter((all) => new Set(all).size > 9).map((all) => all.join('')),
      ),
      async (password) => {
        expect(await passwordProblem(password, owner)).toBeUndefined();
      },
    ),
    { seed: 13, numRuns: 100 },
  );
});

test('names of three letters and endings such as “com” can be part of a password', async () => {
  const owner = { email: 'ada@abc.com', companyName: 'ABC AG' };

  expect(await passwordProblem('radar comet agenda', owner)).toBeUndefined();
});

test.each([
  ['stops a start in production that would create the first admin', true],
  ['is accepted in development', false],
])('an ADMIN_PASSWORD that is easy to guess %s', async (_, isProduction) => {
  const weak = { email: 'first@reachgenie.example', password: 'Password1234', name: 'First' };
  const database = await cloneDatabase();
  const log = pino({ level: 'silent' });
  const orm = await openDatabase({ url: database.loginUrl, entities, poolSize: 1, log });
  try {
    const making = createFirstAdmin(orm.em, weak, isProduction);

    const outcome = await making.then(() => 'made', String);
    expect(outcome).toMatch(isProduction ? /ADMIN_PASSWORD is too easy to guess/ : 'made');
    expect(await database.rows('select email from user_account')).toEqual(isProduction ? [] : [{ email: weak.email }]);
  } finally {
    await orm.close();
    await database.close();
  }
});
