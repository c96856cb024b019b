import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTPayload, type RemoteJWKSet } from 'jose';
import { z } from 'zod';
import { currentTime } from '../../core/database/database.clock.ts';
import { DomainError, unavailable } from '../../core/context/domain.error.ts';

export interface IdentityProviderOptions {
  /** Must match the tokens exactly, including a final slash. */
  issuer: string;
  /** The client ID of this product at the provider. */
  audience: string;
  /** URL of the provider's keys. Found by discovery if undefined. */
  jwksUrl: string | undefined;
}

/** Slower or longer responses of the provider count as failed. */
const LIMITS = { milliseconds: 3_000, bytes: 256 * 1024 };

/** Milliseconds. An unknown key is fetched immediately, but not repeatedly, because anyone can make up a `kid`. */
const KEYS = { cooldownDuration: 30_000, cacheMaxAge: 10 * 60_000, timeoutDuration: LIMITS.milliseconds };

/** Seconds by which the provider's clock may differ from ours. */
const CLOCK_TOLERANCE = 30;

/** Errors that show a wrong token. Any other error with the keys is a failure of the provider. */
const WRONG_TOKEN = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

const discovered = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

/** Verifies ID tokens of an OpenID provider (OpenID Connect Core 1.0, section 3.1.3.7). */
export class IdentityProvider {
  #keys: Promise<RemoteJWKSet> | undefined;

  constructor(
    private readonly options: IdentityProviderOptions,
    /** Receives the reason for a refusal, never the token. */
    private readonly refused: (reason: string) => void,
  ) {}

  /**
   * Returns the email address that the provider vouches for, unchanged, or undefined if the token is not valid.
   * @throws DomainError UNAVAILABLE if the provider's keys cannot be fetched
   */
  async verify(token: string): Promise<string | undefined> {
    const { issuer, audience } = this.options;
    try {
      const { payload, protectedHeader } = await jwtVerify(token, (...call) => this.#keyOf(...call), {
        algorithms: ['RS256', 'ES256'],
        issuer,
        audience,
        requiredClaims: ['exp', 'iat', 'sub'],
        clockTolerance: CLOCK_TOLERANCE,
        currentDate: currentTime(),
      });
      return this.#emailOf(payload, protectedHeader.typ);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      this.refused(error instanceof errors.JOSEError ? error.code : String(error));
      return undefined;
    }
  }

  #emailOf({ aud, azp, email, email_verified: isVerified }: JWTPayload, type: string | undefined): string | undefined {
    const problem =
      // Other tokens, such as access tokens, do not prove that the user is present.
      (type !== undefined && type.toUpperCase() !== 'JWT' && 'typ') ||
      ((azp !== undefined || (Array.isArray(aud) && aud.length > 1)) && azp !== this.options.audience && 'azp') ||
      (isVerified !== true && 'email_verified') ||
      ((typeof email !== 'string' || email === '') && 'email');
    if (problem) this.refused(problem);
    return problem ? undefined : String(email);
  }

  async #keyOf(...call: Parameters<RemoteJWKSet>): ReturnType<RemoteJWKSet> {
    try {
      this.#keys ??= this.#findKeys();
      return await (
        await this.#keys
      )(...call);
    } catch (error) {
      if (WRONG_TOKEN.some((kind) => error instanceof kind)) throw error;
      this.refused(`keys: ${error instanceof Error ? error.message : String(error)}`);
      // The keys may have moved: discover them again next time.
      this.#keys = undefined;
      throw unavailable();
    }
  }

  async #findKeys(): Promise<RemoteJWKSet> {
    const url = this.options.jwksUrl ?? (await this.#discover());
    return createRemoteJWKSet(new URL(url), { ...KEYS, [customFetch]: fetchWithinLimits });
  }

  /** OpenID Connect Discovery 1.0. */
  async #discover(): Promise<string> {
    const { issuer } = this.options;
    const response = await fetchWithinLimits(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(LIMITS.milliseconds),
    });
    if (response.status !== 200) throw new Error(`discovery answered ${response.status}`);
    const document = discovered.parse(await response.json());
    if (document.issuer !== issuer) throw new Error('discovery answered for another issuer');
    if (issuer.startsWith('https:') && !document.jwks_uri.startsWith('https:'))
      throw new Error('keys must come by https');
    return document.jwks_uri;
  }
}

/** Refuses redirects, so that no other host can answer. */
async function fetchWithinLimits(url: string, options: RequestInit): Promise<Response> {
  const { body, status } = await fetch(url, { ...options, redirect: 'error' });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > LIMITS.bytes) throw new Error('the response is too long');
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), { status });
}
