import { parseEnv } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { settings } from '../../src/config.settings.ts';
import { readConfig } from '../../src/config.ts';
import { announcement } from '../../src/dev/announcement.ts';
import { DEMO_LOGINS } from '../../src/dev/demo/demo.data.ts';
import { hashPassword } from '../../src/identity/account-security/password.hash.ts';
import { ADMIN, useApi } from '../support/api.ts';
import { examplesOf, shapeOf, tableRowsOf, textOf } from '../support/oracles/documents.ts';

const readme = textOf('README.md');

test('it is under 200 lines', () => {
  expect(readme.split('\n').length).toBeLessThan(200);
});

describe('the output of the start', () => {
  const [printed = ''] = examplesOf(readme, 'text');
  const logins = Array.from(
    printed.matchAll(/Sign in +(\S+) +(\S+) +\((.+)\)/g),
    ([, email = '', password = '', who = '']) => ({
      email,
      password,
      who,
    }),
  );

  test('matches the README', () => {
    expect(announcement(readConfig({}), logins).trim()).toBe(printed);
  });

  test('the demo data has these logins', () => {
    expect(logins).toEqual(DEMO_LOGINS);
  });
});

/** A request as the README writes it for curl; `$TOKEN` is the access token of the sign-in. */
async function run(api: { url: string }, command: string, accessToken: string): Promise<unknown> {
  const [, url = ''] = / (http:\S+)/.exec(command) ?? [];
  const [, body = ''] = / -d '(.*)'$/s.exec(command) ?? [];
  const headers = Array.from(
    command.matchAll(/ -H (['"])(.+?): (.+?)\1/g),
    ([, , name = '', value = '']): [string, string] => [name, value.replace('$TOKEN', accessToken)],
  );
  const response = await fetch(url.replace('http://localhost:4000', api.url), { method: 'POST', headers, body });
  return response.json();
}

describe('the first queries', () => {
  const api = useApi();
  const commands = examplesOf(readme, 'sh').filter((command) => command.startsWith('curl '));
  const answers = examplesOf(readme, 'json').map((answer): unknown => JSON.parse(answer));

  beforeAll(async () => {
    const passwordHash = await hashPassword('demo-admin-2026');
    await api.rows('update user_account set password_hash = $1 where email = $2', [passwordHash, ADMIN.email]);
  });

  test('return the results in the README', async () => {
    expect(commands).toHaveLength(3);
    let accessToken = '';
    const answered = [];
    for (const command of commands) {
      const answer = await run(api, command, accessToken);
      accessToken = /"accessToken":"([^"]+)"/.exec(JSON.stringify(answer))?.[1] ?? accessToken;
      answered.push(answer);
    }

    expect(answered.map((answer) => shapeOf(answer))).toEqual(answers.map((answer) => shapeOf(answer)));
    const confirmation = (answer: unknown) => /"confirmation":"[^"]+"/.exec(JSON.stringify(answer))?.[0];
    expect(confirmation(answered[0])).toBe(confirmation(answers[0]));
  });
});

describe('the configuration', () => {
  const read = Object.keys(settings.shape);
  const rows = tableRowsOf(textOf('docs/configuration.md')).filter(([name = '']) =>
    /^`[A-Z0-9_]+`( \\\*)?( †)?$/.test(name),
  );
  const nameOf = (cell = '') => cell.replaceAll(/[`\\*† ]/g, '');
  const example = parseEnv(textOf('.env.example').replaceAll(/^# (?=[A-Z0-9_]+=)/gm, ''));

  test('the table has exactly the variables that the product reads', () => {
    expect(read.length).toBeGreaterThan(20);
    expect(rows.map(([name]) => nameOf(name)).sort()).toEqual(read.sort());
  });

  test('.env.example has every variable, commented out', () => {
    expect(Object.keys(example).sort()).toEqual(read.sort());
    expect(parseEnv(textOf('.env.example'))).toEqual({});
  });

  test('.env.example and the table have the defaults of the product', () => {
    expect(readConfig(example)).toEqual(readConfig({}));
    const ofTable = rows.map(([name, , value = '']) => [
      nameOf(name),
      value === 'none' ? '' : value.replaceAll('`', ''),
    ]);
    expect(Object.fromEntries(ofTable)).toEqual(example);
  });

  test('marks the variables that production requires', () => {
    const marked = rows.filter(([name = '']) => name.includes('\\*')).map(([name]) => nameOf(name));
    const missing = problemsOf({ NODE_ENV: 'production' }).matchAll(/([A-Z_]+): must be set in production/g);

    expect(marked.length).toBeGreaterThan(0);
    expect(marked.sort()).toEqual(Array.from(missing, ([, name]) => name).sort());
  });
});

function problemsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    return String(error);
  }
}
