import { z } from 'zod';
import { currentTime } from '../../core/database/database.clock.ts';
import { tidyLine } from '../../core/text/text.tidy.ts';

/** The result of an attempt, from the product's answer. */
export type ProductAnswer =
  /** It has this version. */
  | { kind: 'applied'; version: number; externalId: string | null }
  /** It will say when it has the version. */
  | { kind: 'accepted' }
  /** It has a newer version. */
  | { kind: 'newer'; version: number; detail: string }
  /** It does not have the version that it took. */
  | { kind: 'lost' }
  /** It will never take the version. */
  | { kind: 'refused'; detail: string }
  /** It may take the version later. `pause`: seconds that it asked for. */
  | { kind: 'failed'; detail: string; pause: number };

/** An answer over HTTP, with the beginning of its body. */
export interface HttpAnswer {
  status: number;
  retryAfter: string | null;
  body: string;
}

/** Far below the column's limit, because our own versions follow. */
const HIGHEST_VERSION = 2_000_000_000;

const versionOf = z.object({ version: z.int().min(0).max(HIGHEST_VERSION) });
const externalIdOf = z.object({ externalId: z.string().min(1).max(200) });

const REQUEST_TIMEOUT = 408;
const CONFLICT = 409;
const TOO_MANY_REQUESTS = 429;

/** Characters of the body that admins see. */
const SHOWN = 300;

/** Of `PUT /accounts/{clientId}`. */
export function answerToPut({ status, retryAfter, body }: HttpAnswer, sent: number): ProductAnswer {
  const detail = detailOf('PUT', status, body);
  if (status === 202) return { kind: 'accepted' };
  if (status >= 200 && status < 300) return { kind: 'applied', version: sent, externalId: externalIdIn(body) };
  if (status === CONFLICT) {
    const theirs = versionIn(body);
    return theirs !== undefined && theirs >= sent
      ? { kind: 'newer', version: theirs, detail }
      : { kind: 'refused', detail };
  }
  return isPassing(status) ? { kind: 'failed', detail, pause: secondsIn(retryAfter) } : { kind: 'refused', detail };
}

/** Of `GET /accounts/{clientId}`, which asks for a version that the product took. */
export function answerToGet({ status, retryAfter, body }: HttpAnswer, taken: number): ProductAnswer {
  const detail = detailOf('GET', status, body);
  if (status === 404) return { kind: 'lost' };
  if (status !== 200) return { kind: 'failed', detail, pause: secondsIn(retryAfter) };
  const theirs = versionIn(body);
  if (theirs === undefined) return { kind: 'failed', detail: 'GET answered without a version.', pause: 0 };
  if (theirs > taken) return { kind: 'newer', version: theirs, detail };
  return theirs === taken ? { kind: 'applied', version: taken, externalId: externalIdIn(body) } : { kind: 'lost' };
}

/** A redirect leads to an address that the operator did not name, so it counts as a failure. */
const isPassing = (status: number): boolean =>
  status < 400 || status >= 500 || status === REQUEST_TIMEOUT || status === TOO_MANY_REQUESTS;

const versionIn = (body: string): number | undefined => versionOf.safeParse(parsed(body)).data?.version;

const externalIdIn = (body: string): string | null => externalIdOf.safeParse(parsed(body)).data?.externalId ?? null;

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Seconds, or a date. 0 if there is neither. */
function secondsIn(retryAfter: string | null): number {
  if (retryAfter === null) return 0;
  const seconds = /^\d{1,9}$/.test(retryAfter)
    ? Number(retryAfter)
    : (new Date(retryAfter).getTime() - currentTime().getTime()) / 1_000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}

function detailOf(method: string, status: number, body: string): string {
  const text = shownOf(body);
  return text ? `${method} answered ${status}: ${text}` : `${method} answered ${status}.`;
}

/** The beginning of a text of the product, for admins. */
export const shownOf = (text: string): string =>
  tidyLine(
    Array.from(text)
      .slice(0, SHOWN)
      .join('')
      .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' '),
  );
