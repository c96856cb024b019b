import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { isSameSecret } from './secret.comparison.ts';

/** The place of an encrypted value. It decrypts nowhere else. */
export interface SecretPlace {
  table: string;
  id: string;
  purpose: string;
}

interface Key {
  id: string;
  bytes: Buffer;
}

const KEY = /^([\w-]{1,32}):([A-Za-z0-9+/]{43}=)$/;
const KEY_BYTES = 32;
/** 96 random bits, for far fewer than 2^32 values per key (NIST SP 800-38D). */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** Uses the first key of SECRETS_KEYS for new values. Each purpose has its own subkey (HKDF, RFC 5869). */
export class Secrets {
  readonly #keys: readonly Key[];
  /** Few entries, because purposes are constants. Node imports bytes for each use, which takes longer than signing. */
  readonly #subkeys = new Map<string, KeyObject>();

  /** @param keys comma-separated `id:base64`, 32 bytes each */
  constructor(keys: string) {
    this.#keys = keys.split(',').map((text) => readKey(text.trim()));
    if (new Set(this.#keys.map(({ id }) => id)).size < this.#keys.length) throw new Error('Two keys have the same id.');
  }

  /** AES-256-GCM as `<key id>.<nonce, ciphertext and tag in base64url>`. */
  encrypt(text: string, place: SecretPlace): string {
    const key = this.#current;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#subkey(key, 'encrypt', place.purpose), nonce).setAAD(placeOf(place));
    const ciphertext = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${key.id}.${ciphertext.toString('base64url')}`;
  }

  /** @throws Error if the key is missing, or the value was changed or moved */
  decrypt(encrypted: string, place: SecretPlace): string {
    const [id, text = ''] = encrypted.split('.');
    const key = this.#keys.find((each) => each.id === id);
    if (!key) throw new Error('SECRETS_KEYS lacks the key of an encrypted value.');
    try {
      return this.#opened(key, text, place);
    } catch (error) {
      throw new Error('An encrypted value was changed or moved.', { cause: error });
    }
  }

  #opened(key: Key, text: string, place: SecretPlace): string {
    const bytes = Buffer.from(text, 'base64url');
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const options = { authTagLength: TAG_BYTES };
    const decipher = createDecipheriv(CIPHER, this.#subkey(key, 'encrypt', place.purpose), nonce, options)
      .setAAD(placeOf(place))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }

  /** Prefix of values that the first key encrypted, before the dot. */
  get keyId(): string {
    return this.#current.id;
  }

  /** 32 bytes by each key, for a secret that is not stored. Show the first, and accept all, so that keys can be rotated. */
  derive(purpose: string, text: string): Buffer[] {
    return this.#keys.map((key) =>
      createHmac('sha256', this.#subkey(key, 'derive', purpose))
        .update(text)
        .digest(),
    );
  }

  /** HMAC-SHA-256 in base64url, 43 characters. */
  sign(purpose: string, text: string): string {
    return this.#signature(this.#current, purpose, text);
  }

  verify(purpose: string, text: string, signature: string): boolean {
    return this.#keys.some((key) => isSameSecret(this.#signature(key, purpose, text), signature));
  }

  #signature(key: Key, purpose: string, text: string): string {
    return createHmac('sha256', this.#subkey(key, 'sign', purpose))
      .update(text)
      .digest('base64url');
  }

  get #current(): Key {
    const [first] = this.#keys;
    if (!first) throw new Error('SECRETS_KEYS is empty.');
    return first;
  }

  #subkey({ id, bytes }: Key, use: 'encrypt' | 'sign' | 'derive', purpose: string): KeyObject {
    const info = JSON.stringify([use, purpose]);
    const name = `${id} ${info}`;
    const known = this.#subkeys.get(name);
    if (known) return known;
    const subkey = createSecretKey(Buffer.from(hkdfSync('sha256', bytes, '', info, KEY_BYTES)));
    this.#subkeys.set(name, subkey);
    return subkey;
  }
}

export const generateSecretsKeys = (id = 'k1'): string => `${id}:${randomBytes(KEY_BYTES).toString('base64')}`;

function readKey(text: string): Key {
  const [, id, base64] = KEY.exec(text) ?? [];
  const bytes = Buffer.from(base64 ?? '', 'base64');
  if (id === undefined || bytes.length !== KEY_BYTES) throw new Error('A key must be id:base64 of 32 bytes.');
  return { id, bytes };
}

const placeOf = ({ table, id, purpose }: SecretPlace): Buffer => Buffer.from(JSON.stringify([table, id, purpose]));
