import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** The signing key, and all public keys whose signatures are valid: its own and those of earlier signing keys. */
export interface SigningKeys {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKeys: ReadonlyMap<string, KeyObject>;
}

const PEM = /-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g;

/**
 * Reads PEM texts: one private key on the curve P-256, and any number of public keys of earlier signing keys. To
 * rotate, create a private key, and keep the earlier public key until its tokens have expired (15 minutes).
 * @throws Error if the texts contain anything else
 */
export function readSigningKeys(privateKeyPem: string, publicKeysPem: string): SigningKeys {
  const privateKey = createPrivateKey(withLineEnds(privateKeyPem));
  const own = createPublicKey(privateKey);
  const kid = thumbprintOf(own);
  const publicKeys = new Map([[kid, own], ...readPublicKeys(publicKeysPem)]);
  return { kid, privateKey, publicKeys };
}

/** Environment variables often contain line ends as \n. */
const withLineEnds = (pem: string): string => pem.replaceAll('\\n', '\n');

/**
 * Reads public keys by their `kid`.
 * @throws Error if the text contains anything else: tokens of an overlooked key would be refused
 */
export function readPublicKeys(pems: string): Map<string, KeyObject> {
  const text = withLineEnds(pems);
  if (text.replace(PEM, '').trim() !== '') throw new Error('Expected only public keys in PEM format.');
  const keys = (text.match(PEM) ?? []).map((pem) => createPublicKey(pem));
  return new Map(keys.map((key) => [thumbprintOf(key), key]));
}

/** The public keys for verifying our tokens, as a JSON Web Key Set (RFC 7517). */
export const publicKeySet = ({ publicKeys }: SigningKeys) => ({
  keys: Array.from(publicKeys, ([kid, key]) => ({ ...key.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' })),
});

/** Creates a private key as PEM text. */
export const generatePrivateKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** RFC 7638: the ID of a key is the SHA-256 of its required members. */
function thumbprintOf(key: KeyObject): string {
  const { crv, kty, x, y } = key.export({ format: 'jwk' });
  if (crv !== 'P-256') throw new Error('JWT keys must be on the curve P-256 (ES256).');
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}
