import { createPublicKey, type JsonWebKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { expect, test } from 'vitest';
import { generatePrivateKey } from '../../../src/identity/tokens/signing.keys.ts';
import { useApi } from '../../support/api.ts';

const old = createPublicKey(generatePrivateKey());
const api = useApi({ JWT_PUBLIC_KEYS: String(old.export({ type: 'spki', format: 'pem' })) });

test('the public keys of the current and earlier signing keys are public, and contain nothing private', async () => {
  const response = await fetch(`${api.url}/.well-known/jwks.json`);

  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('public, max-age=300');
  const { keys } = (await response.json()) as { keys: (JsonWebKey & { kid: string })[] };
  const key = {
    kty: 'EC',
    crv: 'P-256',
    x: expect.any(String),
    y: expect.any(String),
    kid: expect.any(String),
    alg: 'ES256',
    use: 'sig',
  };
  expect(keys).toEqual([key, key]);
  expect(keys[1]).toMatchObject(old.export({ format: 'jwk' }));

  const { accessToken } = api.admin;
  const kid = jwt.decode(accessToken, { complete: true })?.header.kid;
  const used = keys.find((candidate) => candidate.kid === kid);
  const publicKey = createPublicKey({ key: used ?? {}, format: 'jwk' });
  expect(() => jwt.verify(accessToken, publicKey, { algorithms: ['ES256'] })).not.toThrow();
});
