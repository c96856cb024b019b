import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { v7 as uuid } from 'uuid';

/** Our client ID at the issuer. */
export const AUDIENCE = 'reachgenie-partners-web';

type Trouble = 'none' | 'error' | 'hang' | 'huge' | 'redirect' | 'other issuer' | 'no json';

interface Signer {
  kid: string;
  alg: 'RS256' | 'ES256';
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  jwk: JWK;
}

const unpadded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Creates a key that no issuer publishes. */
export async function newSigner(alg: Signer['alg']): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const kid = `${alg}-${uuid()}`;
  return { kid, alg, privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** An OpenID provider on the loopback address, with discovery, keys and any tokens a test needs. */
export class FakeIssuer {
  /** The requested paths, in order. */
  readonly asked: string[] = [];
  trouble: Trouble = 'none';
  /** The published keys. */
  #keys: Signer[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => this.#respond(request, response));
  }

  static async start(): Promise<FakeIssuer> {
    const issuer = new FakeIssuer();
    await issuer.rotate('ES256');
    issuer.#server.listen(0, '127.0.0.1').unref();
    await once(issuer.#server, 'listening');
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get environment(): Record<string, string> {
    return { OIDC_ISSUER: this.url, OIDC_AUDIENCE: AUDIENCE };
  }

  /** Signs with a new key from now on, and no longer publishes the earlier one. */
  async rotate(alg: Signer['alg']): Promise<Signer> {
    const signer = await newSigner(alg);
    this.#keys = [signer];
    return signer;
  }

  /** Returns a valid ID token with the given changes. Undefined omits a claim. */
  async token(
    claims: object,
    { header = {}, signer = this.#signer }: { header?: object; signer?: Signer } = {},
  ): Promise<string> {
    const { kid, alg, privateKey } = signer;
    return new SignJWT(JSON.parse(JSON.stringify(this.#claims(claims))))
      .setProtectedHeader({ alg, kid, typ: 'JWT', ...header })
      .sign(privateKey);
  }

  unsignedToken(claims: object): string {
    return `${unpadded({ alg: 'none', typ: 'JWT' })}.${unpadded(this.#claims(claims))}.`;
  }

  /** Signs with the public key, as if it were a shared secret. */
  async tokenByPublicKey(claims: object): Promise<string> {
    const { kid, publicKey } = this.#signer;
    const content = `${unpadded({ alg: 'HS256', typ: 'JWT', kid })}.${unpadded(this.#claims(claims))}`;
    return `${content}.${createHmac('sha256', await exportSPKI(publicKey))
      .update(content)
      .digest('base64url')}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  get #signer(): Signer {
    const [signer] = this.#keys;
    if (!signer) throw new Error('No key.');
    return signer;
  }

  #claims(claims: object): object {
    const now = Math.floor(Date.now() / 1000);
    return { iss: this.url, aud: AUDIENCE, sub: 'somebody', iat: now, exp: now + 300, email_verified: true, ...claims };
  }

  #respond({ url = '' }: IncomingMessage, response: ServerResponse): void {
    this.asked.push(url);
    const discovery = {
      issuer: this.trouble === 'other issuer' ? 'https://elsewhere.example' : this.url,
      jwks_uri: `${this.url}/keys`,
    };
    const found = url === '/keys' ? { keys: this.#keys.map(({ jwk }) => jwk) } : discovery;
    if (this.trouble === 'hang') return;
    if (this.trouble === 'redirect') return void response.writeHead(302, { location: `${this.url}/elsewhere` }).end();
    response.writeHead(this.trouble === 'error' ? 500 : 200, { 'content-type': 'application/json' });
    const padding = this.trouble === 'huge' ? { padding: 'x'.repeat(1_000_000) } : {};
    response.end(this.trouble === 'no json' ? '<html>' : JSON.stringify({ ...found, ...padding }));
  }
}
