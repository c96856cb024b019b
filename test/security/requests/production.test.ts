import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { ADMIN, postTo, useApi } from '../../support/api.ts';
import { PRODUCTION } from '../../support/processes/production.ts';

const api = useApi(PRODUCTION);

describe('the configuration', () => {
  test.each([
    'PUBLIC_URL',
    'DATABASE_URL',
    'JWT_PRIVATE_KEY',
    'SECRETS_KEYS',
    'POSTMARK_SERVER_TOKEN',
    'EMAIL_FROM',
    'ADMIN_NOTIFICATION_EMAILS',
  ])('has no default for %s', (name) => {
    const { [name]: _, ...others } = PRODUCTION;

    expect(() => readConfig(PRODUCTION)).not.toThrow();
    for (const environment of [others, { ...others, [name]: '' }, { ...others, [name]: ' ' }]) {
      expect(() => readConfig(environment)).toThrow(new RegExp(`^${name}: must be set in production$`));
    }
  });

  test.each([
    ['PUBLIC_URL', 'http://partners.example.com', 'must be https in production'],
    ['DEMO_DATA', 'true', 'must not be true in production'],
  ])('refuses %s=%s', (name, value, problem) => {
    expect(() => readConfig({ ...PRODUCTION, [name]: value })).toThrow(`${name}: ${problem}`);
  });

  test('creates no demo data, listens on all addresses, and requires a second factor of admins', () => {
    const { HOST: _, ADMIN_SECOND_FACTOR: __, ...environment } = PRODUCTION;

    const own = { demoData: false, host: '0.0.0.0', adminSecondFactor: 'required' };
    expect(readConfig(environment)).toMatchObject({ production: true, ...own });
  });

  test('without settings, the process ends at once and names every missing one', async () => {
    const start = promisify(execFile)(process.execPath, ['--import', '@oxc-node/core/register', 'src/main.ts'], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', ADMIN_PASSWORD: 'a secret of 12' },
    });

    const { code, stdout, stderr } = (await start.catch((error: unknown) => error)) as Record<string, unknown>;

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    for (const name of [
      'PUBLIC_URL',
      'DATABASE_URL',
      'JWT_PRIVATE_KEY',
      'SECRETS_KEYS',
      'POSTMARK_SERVER_TOKEN',
      'EMAIL_FROM',
    ]) {
      expect(stderr).toContain(`${name}: must be set in production\n`);
    }
    expect(stderr).toContain('ADMIN_EMAIL: must be set if ADMIN_PASSWORD is\n');
    expect(stderr).not.toContain('a secret of 12');
  });
});

describe('E5: the schema', () => {
  const INPUT =
    'query ($f: PartnerApplicationFilter, $o: SortOrder! = ASC) { partnerApplications(filter: $f, sortOrder: $o) { items { id } } }';

  test.each([
    ['all of it', '{ __schema { types { name } } }'],
    ['one type', '{ __type(name: "Viewer") { name } }'],
    ['by an alias', '{ x: __schema { types { name } } }'],
    ['in a fragment', '{ ...all } fragment all on Query { __schema { queryType { name } } }'],
    ['beside something else', '{ __typename __schema { queryType { name } } }'],
  ])('is not revealed: %s', async (_, query) => {
    const response = await api.post({ query });
    const text = await response.text();

    expect(response.status).toBe(400);
    expect(text).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(JSON.parse(text).data).toBeUndefined();
    expect(text).not.toMatch(/queryType"|Viewer"/);
  });

  test('is not revealed by GET', async () => {
    const query = encodeURIComponent('{ __schema { types { name } } }');
    const response = await fetch(`${api.url}/graphql?query=${query}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });

    expect(response.status).toBe(400);
  });

  // A misspelled name, and the suggestion of GraphQL.
  const MISSPELT: [string, string, object, RegExp][] = [
    ['a field', '{ viewr { id } }', {}, /viewer/],
    ['a mutation', 'mutation { signOt }', {}, /signOut/],
    ['a field of a type', '{ viewer { emai } }', {}, /email/],
    ['an argument', '{ partnerApplication(idd: "x") { id } }', {}, /"id"/],
    ['a type', '{ ... on Qery { __typename } }', {}, /Query/],
    ['a variable of a type', 'query ($x: SortOder) { __typename }', {}, /SortOrder/],
    ['an enum value', '{ partnerApplications(sortOrder: DSC) { items { id } } }', {}, /\bDESC\b/],
    ['an enum value in a variable', INPUT, { o: 'DSC' }, /\bDESC\b/],
    ['an input field', '{ partnerApplications(filter: { serch: "x" }) { items { id } } }', {}, /search/],
    ['an input field in a variable', INPUT, { f: { serch: 'x' } }, /search/],
    ['a directive', '{ __typename @skp(if: true) }', {}, /@?skip/],
  ];

  test.each(MISSPELT)('is not suggested: %s', async (_, query, variables, hint) => {
    const response = await api.post({ query, variables });
    const text = await response.text();

    expect(response.status).toBe(400);
    expect(text).toMatch(/GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT/);
    expect(text).not.toMatch(/did you mean/i);
    expect(text).not.toMatch(hint);
  });
});

describe('developer tools', () => {
  let development: App;
  beforeAll(async () => {
    development = await api.startAnother({
      NODE_ENV: 'development',
      DEMO_DATA: 'false',
      PUBLIC_URL: 'http://localhost:4000',
    });
  });
  afterAll(() => development.stop());

  test.each([
    ['the mailbox', '/dev/mail'],
    ['GraphiQL', '/graphiql'],
    ["Apollo's explorer", '/graphql'],
  ])('%s is not served', async (_, path) => {
    const headers = { accept: 'text/html' };
    const [shown, hidden] = await Promise.all([development.url, api.url].map((url) => fetch(url + path, { headers })));

    expect(shown?.status).toBe(200);
    expect(shown?.headers.get('content-type')).toContain('text/html');
    expect(hidden?.status).toBeOneOf([400, 404]);
    expect(hidden?.headers.get('content-type') ?? '').not.toContain('text/html');
    expect(await hidden?.text()).not.toMatch(/<html/i);
  });

  test('introspection works in development only', async () => {
    const query = '{ __schema { queryType { name } } }';

    expect(await (await postTo(development.url ?? '', { query })).json()).toMatchObject({ data: { __schema: {} } });
    expect((await postTo(api.url, { query })).status).toBe(400);
  });
});

describe('the browser', () => {
  test('hides the refresh token from scripts, and sends it over HTTPS only', async () => {
    const { email, password } = ADMIN;
    const query = `mutation { signIn(email: "${email}", password: "${password}") { accessToken } }`;

    const cookie = (await api.post({ query })).headers.get('set-cookie') ?? '';

    const [, ...attributes] = cookie.split('; ');
    expect(cookie).toMatch(/^__Host-reachgenie_refresh=/);
    expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']));
    expect(cookie).not.toMatch(/domain=/i);
  });

  test.each(['/graphql', '/health/live', '/nowhere'])(
    'requires HTTPS, and blocks foreign scripts: %s',
    async (path) => {
      const { headers } = await fetch(api.url + path, { method: path === '/graphql' ? 'POST' : 'GET' });

      const [, age] = /max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '') ?? [];
      expect(Number(age)).toBeGreaterThanOrEqual(365 * 24 * 60 * 60);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toMatch(/script-src 'self'(;|$)/);
      expect(policy).toMatch(/object-src 'none'/);
      expect(policy).toMatch(/frame-ancestors '(self|none)'/);
      expect(policy).not.toMatch(/apollo|unsafe-eval/);
    },
  );
});
