import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import { DEVELOPMENT_PRODUCT } from '../../src/config.product.ts';
import { PRODUCTION } from '../support/processes/production.ts';

const secret = (bytes: number) => `whsec_${Buffer.alloc(bytes, 'x').toString('base64')}`;

const PRODUCT = {
  PRODUCT_API_URL: 'https://api.example.com/v1/',
  PRODUCT_API_TOKEN: 'a-token-with-30-characters-000',
  PRODUCT_CALLBACK_SECRET: `${secret(24)}, ${secret(64)}`,
};

test('in development, a page of ours takes the place of the product', () => {
  expect(readConfig({ PORT: '5000' }).product).toMatchObject({
    url: 'http://localhost:5000/dev/product',
    isStandIn: true,
  });
  expect(readConfig(PRODUCT).product).toMatchObject({ isStandIn: false });
});

test('production uses the configured product, or none', () => {
  expect(readConfig({ ...PRODUCTION, ...PRODUCT }).product).toEqual({
    url: 'https://api.example.com/v1',
    token: PRODUCT.PRODUCT_API_TOKEN,
    callbackSecrets: [secret(24), secret(64)],
    isStandIn: false,
  });
  expect(readConfig(PRODUCTION).product).toBeUndefined();
});

test.each(Object.keys(PRODUCT))('all settings of the product belong together: %s', (name) => {
  for (const environment of [{}, PRODUCTION]) {
    expect(() => readConfig({ ...environment, ...PRODUCT, [name]: '' })).toThrow(`${name}: must be set if PRODUCT_`);
  }
});

test.each([
  { wrong: { PRODUCT_API_URL: 'http://api.example.com' }, problem: 'PRODUCT_API_URL: must be https in production' },
  { wrong: { PRODUCT_API_URL: 'api.example.com' }, problem: 'PRODUCT_API_URL: must be an http or https address' },
  { wrong: { PRODUCT_API_TOKEN: 'short' }, problem: 'PRODUCT_API_TOKEN: must have 16 to 500 ' },
  { wrong: { PRODUCT_API_TOKEN: 'with a line end 00\r\nx: y' }, problem: 'PRODUCT_API_TOKEN: must have 16 to 500 ' },
  {
    wrong: { PRODUCT_API_TOKEN: DEVELOPMENT_PRODUCT.token },
    problem: 'PRODUCT_API_TOKEN: must not be the development default',
  },
  {
    wrong: { PRODUCT_CALLBACK_SECRET: `${secret(24)},${DEVELOPMENT_PRODUCT.callbackSecret}` },
    problem: 'PRODUCT_CALLBACK_SECRET: must not be the development default',
  },
  ...[secret(23), secret(65), secret(24).slice('whsec_'.length), 'whsec_no base64', `${secret(24)},`].map((wrong) => ({
    wrong: { PRODUCT_CALLBACK_SECRET: wrong },
    problem: 'PRODUCT_CALLBACK_SECRET: must be whsec_ and 24 to 64 bytes in base64',
  })),
])('production refuses $wrong', ({ wrong, problem }) => {
  const environment = { ...PRODUCTION, ...PRODUCT, ...wrong };

  expect(() => readConfig(environment)).toThrow(ConfigError);
  expect(() => readConfig(environment)).toThrow(problem);
});
