import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import { DEVELOPMENT_CLIENT_APP_SECRET } from '../../src/config.settings.ts';
import { PRODUCTION } from '../support/processes/production.ts';

test('in development, access to a client opens a page of ours', () => {
  expect(readConfig({ PORT: '5000' }).clientApp.url).toBe('http://localhost:5000/dev/client-access');
});

test('production uses the configured URL and secret', () => {
  expect(readConfig(PRODUCTION).clientApp).toEqual({
    url: PRODUCTION['CLIENT_APP_URL'],
    secrets: [PRODUCTION['CLIENT_APP_SECRET']],
  });
});

test.each([
  { wrong: { CLIENT_APP_URL: '' }, problem: 'CLIENT_APP_URL: must be set in production' },
  { wrong: { CLIENT_APP_SECRET: '' }, problem: 'CLIENT_APP_SECRET: must be set in production' },
  { wrong: { CLIENT_APP_URL: 'http://app.example.com' }, problem: 'CLIENT_APP_URL: must be https in production' },
  {
    wrong: { CLIENT_APP_SECRET: DEVELOPMENT_CLIENT_APP_SECRET },
    problem: 'CLIENT_APP_SECRET: must not be the development default',
  },
  {
    wrong: { CLIENT_APP_SECRET: `${'x'.repeat(32)},${DEVELOPMENT_CLIENT_APP_SECRET}` },
    problem: 'CLIENT_APP_SECRET: must not be the development default',
  },
  { wrong: { CLIENT_APP_SECRET: `${'x'.repeat(32)},` }, problem: 'CLIENT_APP_SECRET: must have 32 to 200 ' },
  { wrong: { CLIENT_APP_SECRET: 'x'.repeat(31) }, problem: 'CLIENT_APP_SECRET: must have 32 to 200 ' },
  { wrong: { CLIENT_APP_SECRET: `${'x'.repeat(32)}:` }, problem: 'CLIENT_APP_SECRET: must have 32 to 200 ' },
  { wrong: { CLIENT_APP_URL: 'https://app.example.com/#/login' }, problem: 'CLIENT_APP_URL: must have no fragment' },
])('production refuses $wrong', ({ wrong, problem }) => {
  expect(() => readConfig({ ...PRODUCTION, ...wrong })).toThrow(ConfigError);
  expect(() => readConfig({ ...PRODUCTION, ...wrong })).toThrow(problem);
});
