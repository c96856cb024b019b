import { z } from 'zod';
import { isDatabaseUrl, wantsToWrite } from './core/database/hosts/host.urls.ts';
import { isEmailAddress, mailboxOf, tidyAddress } from './core/text/mailbox.ts';
import { parseRatePolicy } from './core/limits/rate.policy.ts';
import { Secrets } from './core/secrets/secrets.ts';
import { dnsServersIn } from './core/outbound/outbound.lookup.ts';
import { isNetwork } from './core/outbound/public.addresses.ts';
import { tidyLine } from './core/text/text.tidy.ts';
import { readPublicKeys, readSigningKeys } from './identity/tokens/signing.keys.ts';

// Parsers of settings. Messages never repeat a value, which may be a secret.

export const whole = (min: number, max: number) => {
  const message = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((number) => number >= min && number <= max, message);
};

/** A number from 0 to 1. */
export const share = z
  .string()
  .regex(/^(?:0(?:\.\d{1,9})?|1(?:\.0{1,9})?)$/, 'must be a number from 0 to 1, such as 0.05')
  .transform(Number);

export const characters = (min: number, max: number) =>
  z.string().refine(({ length }) => length >= min && length <= max, `must have ${min} to ${max} characters`);

export const text = z.string().min(1);

export const personName = z.string().transform(tidyLine).pipe(characters(1, 200));

export const flag = z.enum(['true', 'false']).transform((word) => word === 'true');

/** Unchanged. */
export const exactUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

/** Without trailing slashes. */
export const url = exactUrl.transform((address) => address.replace(/\/+$/, ''));

export const contactUrl = z.url({
  protocol: /^(https?|mailto)$/,
  error: 'must be an http, https or mailto address',
});

export const databaseUrl = z
  .string()
  .refine(isDatabaseUrl, { error: 'must be postgres://user:password@host:port/database', abort: true })
  .refine(wantsToWrite, 'target_session_attrs must be read-write or primary, or missing');

/** A password has %2C for a comma. */
export const databaseUrls = z
  .string()
  .transform((list) => list.split(',').map((part) => part.trim()))
  .pipe(z.array(databaseUrl));

export const redisUrl = z.url({
  protocol: /^rediss?$/,
  error: 'must be redis://host:port or rediss://host:port',
});

export const origins = z
  .string()
  .transform((list) => list.split(',').map((part) => part.trim()))
  .pipe(
    z.array(
      z
        .string()
        .refine(
          (origin) => URL.canParse(origin) && new URL(origin).origin === origin && !origin.includes('*'),
          'must be exact origins such as https://admin.example.com, joined by commas',
        ),
    ),
  );

export const emailAddress = z.string().transform(tidyAddress).refine(isEmailAddress, 'must be an email address');

/** Each mailbox once. */
export const emailAddresses = z
  .string()
  .transform((list) =>
    Array.from(Map.groupBy(list.split(',').map(tidyAddress), mailboxOf).values(), ([first = '']) => first),
  )
  .refine((parts) => parts.every(isEmailAddress), 'must be email addresses, joined by commas');

/** Mailboxes, and domains as `@example.com`. */
export const emailAllowlist = z
  .string()
  .transform((list) => list.split(',').map((part) => tidyAddress(part)))
  .refine(
    (parts) => parts.every((part) => isEmailAddress(part.startsWith('@') ? `anyone${part}` : part)),
    'must be email addresses and domains such as @example.com, joined by commas',
  );

export const sender = z
  .string()
  .refine(
    (from) => z.email().safeParse(/^[^<>]*<([^<>]+)>$/.exec(from)?.[1] ?? from).success,
    'must be an email address, with or without a name: ReachGenie Partners <partners@example.com>',
  );

export const networks = z
  .string()
  .transform((list) => list.split(',').map((part) => part.trim()))
  .refine(
    (parts) => parts.every(isNetwork),
    'must be networks such as 192.0.2.0/24 and 2001:db8::/32, joined by commas',
  );

const isReadBy = (read: (written: string) => unknown) => (written: string) => {
  try {
    read(written);
    return true;
  } catch {
    return false;
  }
};

export const dnsServers = z
  .string()
  .refine(isReadBy(dnsServersIn), 'must be addresses, with or without a port, joined by commas')
  .transform(dnsServersIn);

export const privateKey = z.string().refine(
  isReadBy((pem) => readSigningKeys(pem, '')),
  'must be a private key on the curve P-256, as PEM',
);

export const publicKeys = z
  .string()
  .refine(isReadBy(readPublicKeys), 'must be public keys on the curve P-256, as PEM, and nothing else');

export const secretsKeys = z.string().refine(
  isReadBy((keys) => new Secrets(keys)),
  'must be id:base64 of 32 bytes, joined by commas, each id once',
);

export const sharedSecrets = z
  .string()
  .transform((list) => list.split(',').map((part) => part.trim()))
  .pipe(
    z.array(
      z
        .string()
        .regex(/^[\w.~-]{32,200}$/, 'must have 32 to 200 letters, digits, dots, hyphens, underscores or tildes'),
    ),
  );

/** As RFC 6750 allows it in a header. */
export const bearerToken = z
  .string()
  .regex(
    /^[\w.~+/-]{16,500}={0,2}$/,
    'must have 16 to 500 letters, digits, dots, hyphens, underscores, tildes, plus signs, slashes or equals signs',
  );

/** Of Standard Webhooks. */
export const webhookSecrets = z
  .string()
  .transform((list) => list.split(',').map((part) => part.trim()))
  .pipe(
    z.array(
      z
        .string()
        .refine(
          (secret) =>
            /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/.test(secret) && isOfBytes(secret.slice('whsec_'.length), 24, 64),
          'must be whsec_ and 24 to 64 bytes in base64',
        ),
    ),
  );

const isOfBytes = (base64: string, min: number, max: number): boolean => {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.length >= min && bytes.length <= max && bytes.toString('base64') === base64;
};

export const rate = z.string().transform((policy, check) => {
  try {
    return parseRatePolicy(policy);
  } catch (error) {
    check.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
});
