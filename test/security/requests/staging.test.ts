import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { useApi } from '../../support/api.ts';
import { compile } from '../../support/processes/product.process.ts';
import { PRODUCTION } from '../../support/processes/production.ts';

beforeAll(() => compile('web'), 120_000);

const STAGING: Record<string, string> = { ...PRODUCTION, DEPLOYMENT: 'staging' };
const staging = useApi(STAGING);
const production = useApi(PRODUCTION);

const visit = (api: { url: string }, path: string) => fetch(api.url + path, { headers: { accept: 'text/html' } });

describe('the configuration', () => {
  test('staging has the checks of production', () => {
    const { ['SECRETS_KEYS']: _, ...others } = STAGING;

    expect(() => readConfig(others)).toThrow(/^SECRETS_KEYS: must be set in production$/);
    expect(() => readConfig({ DEPLOYMENT: 'staging' })).toThrow(
      /^NODE_ENV: must be production if DEPLOYMENT is staging$/,
    );
  });

  test('production sends email to everyone, and staging to no one who is not listed', () => {
    const allowlistOf = (environment: Record<string, string>) => readConfig(environment).email.allowlist;

    expect(allowlistOf(PRODUCTION)).toBeUndefined();
    expect(allowlistOf(STAGING)).toEqual([]);
    expect(allowlistOf({ ...STAGING, MAIL_ALLOWLIST: 'Ada@Acme.example, @Tests.example' })).toEqual([
      'ada@acme.example',
      '@tests.example',
    ]);
    expect(() => readConfig({ ...PRODUCTION, MAIL_ALLOWLIST: '@a.co' })).toThrow(/^MAIL_ALLOWLIST: must not be set/);
    expect(() => readConfig({ ...STAGING, MAIL_ALLOWLIST: 'acme.example' })).toThrow(/^MAIL_ALLOWLIST: must be email/);
  });
});

describe('search engines', () => {
  test.each(['/', '/apply', '/nowhere.png', '/health/live', '/graphql'])(
    'are kept out of %s in staging',
    async (path) => {
      const [hidden, shown] = [await visit(staging, path), await visit(production, path)];

      expect(hidden.headers.get('x-robots-tag')).toBe('noindex, nofollow');
      expect(shown.headers.get('x-robots-tag')).toBeNull();
    },
  );

  test('are kept out by the short way of a known document too', async () => {
    const body = { query: '{ __typename }' };
    await staging.post(body);

    expect((await staging.post(body)).headers.get('x-robots-tag')).toBe('noindex, nofollow');
  });

  test('find a robots.txt in staging only', async () => {
    expect(await (await visit(staging, '/robots.txt')).text()).toBe('User-agent: *\nDisallow: /\n');
    expect(await (await visit(production, '/robots.txt')).text()).not.toContain('Disallow');
  });
});

describe('each page', () => {
  test.each(['/', '/index.html', '/apply', '/admin/applications'])('%s says that this is staging', async (path) => {
    const [marked, plain] = [await visit(staging, path), await visit(production, path)];
    const mark = '<meta name="deployment" content="staging" />';

    expect(marked.status).toBe(200);
    const html = await marked.text();
    expect(html).toContain(mark);
    expect(html.replace(mark, '')).toBe(await plain.text());
    const headersOf = ({ headers }: Response) =>
      ['content-type', 'cache-control', 'link', 'content-security-policy'].map((name) =>
        headers.get(name)?.toLowerCase(),
      );
    expect(headersOf(marked)).toEqual(headersOf(plain));
  });
});
