import { beforeAll, expect, test } from 'vitest';
import { hashPassword } from '../../src/identity/account-security/password.hash.ts';
import { restOperations } from '../../src/rest/rest.table.ts';
import { ADMIN, useApi } from '../support/api.ts';
import { examplesOf, shapeOf, tableRowsOf, textOf } from '../support/oracles/documents.ts';

const page = textOf('docs/rest.md');
const api = useApi();

beforeAll(async () => {
  const passwordHash = await hashPassword('demo-admin-2026');
  await api.rows('update user_account set password_hash = $1 where email = $2', [passwordHash, ADMIN.email]);
});

test('the table has exactly the operations of the REST API', () => {
  const rows = tableRowsOf(page).map(([operation = '', , status]) => `${operation.replaceAll('`', '')} ${status}`);
  expect(rows.sort()).toEqual(restOperations.map(({ method, path, success }) => `${method} ${path} ${success}`).sort());
});

/** A request as the page writes it for curl; `$TOKEN` is the access token of the sign-in. */
async function run(command: string, accessToken: string): Promise<{ status: number; answer: unknown }> {
  const [, url = ''] = / '?(http:[^\s']+)/.exec(command) ?? [];
  const [, body] = / -d '(.*)'$/s.exec(command) ?? [];
  const headers = Array.from(
    command.matchAll(/ -H (['"])(.+?): (.+?)\1/g),
    ([, , name = '', value = '']): [string, string] => [name, value.replace('$TOKEN', accessToken)],
  );
  const sent = body === undefined ? {} : { method: 'POST', body };
  const response = await fetch(url.replace('http://localhost:4000', api.url), { headers, ...sent });
  return { status: response.status, answer: await response.json() };
}

test('the examples get these answers', async () => {
  let accessToken = '';
  const answered = [];
  for (const command of examplesOf(page, 'sh')) {
    const { status, answer } = await run(command, accessToken);
    accessToken = /"accessToken":"([^"]+)"/.exec(JSON.stringify(answer))?.[1] ?? accessToken;
    answered.push({ status, answer });
  }

  expect(answered.map(({ status }) => status)).toEqual([201, 201, 200, 200, 400]);
  const shown = examplesOf(page, 'json').map((text): unknown => shapeOf(JSON.parse(text)));
  expect([answered[0], answered[1], answered[4]].map((each) => shapeOf(each?.answer))).toEqual(shown);
});

test('the page of errors has the statuses of the REST API', async () => {
  const [, section = ''] = textOf('docs/errors.md').split('## HTTP statuses of the REST API');
  const statusesOf = new Map(
    tableRowsOf(section).map(([code = '', statuses = '']) => [code.replaceAll('`', ''), statuses]),
  );
  const listed = await fetch(`${api.url}/api/admin/partner-applications`);
  const deleted = await fetch(`${api.url}/api/session`, { method: 'DELETE' });
  const sentAsText = await fetch(`${api.url}/api/session`, { method: 'POST', body: 'x' });
  const nothing = await fetch(`${api.url}/api/nothing`);

  for (const response of [listed, deleted, sentAsText, nothing]) {
    const { code } = (await response.json()) as { code: string };
    expect(statusesOf.get(code)).toContain(String(response.status));
  }
  expect([...statusesOf.keys()]).toHaveLength(9);
});
