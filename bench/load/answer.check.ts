import type { Contender } from './contender.ts';
import type { LoadRequest } from './load.ts';
import type { Operation } from '../trials/operations.ts';

/** What an answer holds, on average over some requests. */
export interface Answer {
  rows: number;
  values: number;
  bytes: number;
}

const ASKED = 20;
/** Every so many requests: no round number, since requests go round in small ones. */
const STEP = 19;
/** By how much the answers of two contenders may differ, by the envelope of a page and the like. */
const TOLERANCE = 0.1;

/**
 * Sees that an operation is answered as it must be before anything is measured: with as much as the operation says, and by all
 * others with as much as by the first one. @throws Error where it is not
 */
export async function checkAnswers(
  { name: operation, answersAtLeast, peers }: Operation,
  { name, port }: Contender,
  requests: LoadRequest[],
  first: Answer | undefined,
): Promise<Answer> {
  const answer: Answer = { rows: 0, values: 0, bytes: 0 };
  for (const request of requests.filter((_, index) => index % STEP === 0).slice(0, ASKED)) {
    const text = await ask(port, request);
    const json = JSON.parse(text) as { errors?: unknown };
    const bytes = Buffer.byteLength(text);
    if (json.errors || (!first && bytes < answersAtLeast)) {
      throw new Error(`${operation}: ${name} answers ${text.slice(0, 500)}`);
    }
    const { rows, values } = contentOf(json);
    answer.rows += rows / ASKED;
    answer.values += values / ASKED;
    answer.bytes += bytes / ASKED;
  }
  if (first && !peers?.otherShape && (differs(answer.rows, first.rows) || differs(answer.values, first.values))) {
    throw new Error(`${operation}: ${name} answers ${JSON.stringify(answer)}, the first ${JSON.stringify(first)}`);
  }
  return answer;
}

const differs = (one: number, other: number) => Math.abs(one - other) > 2 + TOLERANCE * other;

let number = 0;

async function ask(port: number, { method, path, token, body }: LoadRequest): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body ? { body: body.replaceAll('{{number}}', String(number++)) } : {}),
  });
  return response.text();
}

/** Objects in lists, and values that are neither object nor list. */
function contentOf(value: unknown): Pick<Answer, 'rows' | 'values'> {
  if (typeof value !== 'object' || value === null) return { rows: 0, values: 1 };
  const parts = Object.values(value).map(contentOf);
  return {
    rows: parts.reduce((total, { rows }) => total + rows, Array.isArray(value) ? value.length : 0),
    values: parts.reduce((total, { values }) => total + values, 0),
  };
}
