import { generateSecretsKeys } from '../../../src/core/secrets/secrets.ts';
import { generatePrivateKey } from '../../../src/identity/tokens/signing.keys.ts';

/** The required settings of production. Tests replace the database URL. */
export const PRODUCTION: Readonly<Record<string, string>> = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PUBLIC_URL: 'https://partners.example.com',
  DATABASE_URL: 'postgres://login:password@127.0.0.1:1/reachgenie',
  JWT_PRIVATE_KEY: generatePrivateKey(),
  SECRETS_KEYS: generateSecretsKeys(),
  POSTMARK_SERVER_TOKEN: 'postmark-server-token',
  EMAIL_FROM: 'ReachGenie Partners <partners@reachgenie.example>',
  ADMIN_NOTIFICATION_EMAILS: 'team@reachgenie.example',
  CLIENT_APP_URL: 'https://app.example.com',
  // Tests work as an admin without a second factor.
  ADMIN_SECOND_FACTOR: 'optional',
  CLIENT_APP_SECRET: 'a-secret-of-production-with-40-characters',
};
