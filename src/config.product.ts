import { descriptions, HTTP } from './config.descriptions.ts';
import * as value from './config.values.ts';

/** For the product at /dev/product only. */
export const DEVELOPMENT_PRODUCT = {
  token: 'development-product-token-000000',
  callbackSecret: 'whsec_ZGV2ZWxvcG1lbnQtcHJvZHVjdC1jYWxsYmFjaw==',
};

/** Settings of the product that sets up accounts of clients. */
export const productSettings = {
  PRODUCT_API_URL: value.url.optional().register(descriptions, {
    sets: 'The URL of the product’s API, which sets up the accounts of clients ([provisioning](operations.md#provisioning)). Needs `PRODUCT_API_TOKEN` and `PRODUCT_CALLBACK_SECRET`. If unset, production sets up no accounts, and a development page at `PUBLIC_URL` takes the place of the product',
    allowed: HTTP,
    httpsInProduction: true,
  }),
  PRODUCT_API_TOKEN: value.bearerToken.optional().register(descriptions, {
    sets: 'The token with which we authenticate at the product’s API, as a Bearer token. Needs `PRODUCT_API_URL`',
    allowed: '16 to 500 letters, digits, `.`, `-`, `_`, `~`, `+`, `/` or `=`',
    fromFile: true,
  }),
  PRODUCT_CALLBACK_SECRET: value.webhookSecrets.optional().register(descriptions, {
    sets: 'The secrets with which the product signs its callbacks (Standard Webhooks): the old and the new one during a rotation. Needs `PRODUCT_API_URL`',
    allowed: '`whsec_` and 24 to 64 bytes in base64 each, separated by commas',
    fromFile: true,
  }),
};
