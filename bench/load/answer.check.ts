import type { Contender } from './contender.ts';
import type { LoadRequest } from './load.ts';
import type { Operation } from '../trials/operation.ts';

/** Averages over some answers. */
export interface Answer {
  rows: number;
  values: number;
  bytes: number;
}

const ASKED = 20;
/** A prime, because variables repeat after small even numbers of requests. */
const STEP = 19;
/** Allowed difference between two contenders' answers, such as the envelope of a page. */
const TOLERANCE = 0.1;

/**
 * Checks answers before the measurement: the first contender returns at least the bytes of the operation, and the
 * others as many rows and values as the first. @throws Error if an answer differs
 */
export async function checkAnswers(
  { name: operation, answersAtLeast }: Operation,
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
  if (first && (differs(answer.rows, first.rows) || differs(answer.values, first.values))) {
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

/** Counts list items as rows, and scalars as values. */
function contentOf(value: unknown): Pick<Answer, 'rows' | 'values'> {
  if (typeof value !== 'object' || value === null) return { rows: 0, values: 1 };
  const parts = Object.values(value).map(contentOf);
  return {
    rows: parts.reduce((total, { rows }) => total + rows, Array.isArray(value) ? value.length : 0),
    values: parts.reduce((total, { values }) => total + values, 0),
  };
}
