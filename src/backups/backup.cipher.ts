import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';

/**
 * The cost of guessing a passphrase, as a power of 2. The keys that we recommend are random, so this is 32 MB and 100 ms.
 */
const WORK = 15;

/** Encrypts in the format of https://age-encryption.org, which the program `age` reads too. */
export async function encrypted(plain: Readable, key: string): Promise<Readable> {
  const age = new Encrypter();
  age.setPassphrase(key);
  age.setScryptWorkFactor(WORK);
  return ofWeb(await age.encrypt(asWeb(plain)));
}

/** Fails at the first part that is changed, missing or in another place. Every part that it returns is authentic. */
export async function decrypted(secret: Readable, key: string): Promise<Readable> {
  const age = new Decrypter();
  age.addPassphrase(key);
  return ofWeb(await age.decrypt(asWeb(secret)));
}

/** Node and the web have the same streams, but two types. */
const asWeb = (stream: Readable) => Readable.toWeb(stream) as unknown as globalThis.ReadableStream<Uint8Array>;
const ofWeb = (stream: globalThis.ReadableStream<Uint8Array>) => Readable.fromWeb(stream as unknown as ReadableStream);
