import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import proxyAddr from '@fastify/proxy-addr';
import type { FastifyBaseLogger } from 'fastify';
import { getOperationAST } from 'graphql';
import { parse as parseJson } from 'secure-json-parse';
import type { Outcome } from '../../core/context/request.context.ts';
import type { DocumentStore } from '../../core/graphql/documents/document.store.ts';
import type { Call, Executor } from '../../core/graphql/documents/query.executor.ts';
import type { WorkQueue } from '../../core/limits/work.queue.ts';
import { startRequestSpan, traceHeaderOf } from '../../core/telemetry/spans.ts';
import { currentWork, type Work } from '../../core/telemetry/work.ts';
import type { Deadlines } from '../deadlines.ts';
import type { RequestLog } from '../request.log.ts';
import { answerOf, refusalOf, type Answer } from './answer.ts';
import type { Contexts } from './context.ts';

interface FrontParts {
  documents: DocumentStore;
  executor: Executor;
  contexts: Contexts;
  queue: WorkQueue;
  deadlines: Deadlines;
  requestLog: RequestLog;
  log: FastifyBaseLogger;
  /** Whether an address is a proxy of ours, by its distance. */
  trusts: (address: string, hop: number) => boolean;
  /** Headers of every response to an origin. */
  headersFor: (origin: string | undefined) => Record<string, string>;
  isStopping: () => boolean;
  /** Bytes. Larger bodies go on. */
  bodyLimit: number;
}

/** A request that goes on after its body was read. */
interface HandedOn {
  body: Readable;
  startedAt: number;
}

const TYPES: ReadonlySet<unknown> = new Set(['application/json', 'application/json; charset=utf-8']);

/** The usual `Accept` headers that Apollo answers with `application/json`. */
const ACCEPTED: ReadonlySet<unknown> = new Set([
  undefined,
  '*/*',
  'application/json',
  'application/json, text/plain, */*',
]);

/**
 * Answers `POST /graphql` before Fastify and Apollo if Apollo knows the document. Everything else, and everything
 * unusual, goes on to Fastify. Both ways answer alike: test/core/graphql/known-documents.test.ts compares them.
 */
export class Front {
  readonly #parts: FrontParts;
  readonly #handedOn = new WeakMap<IncomingMessage, HandedOn>();

  constructor(parts: FrontParts) {
    this.#parts = parts;
  }

  /** Returns a listener that answers known documents, and otherwise calls `next`. */
  before(next: RequestListener): RequestListener {
    return (request, response) => {
      if (!this.#isUsual(request)) return next(request, response);
      const startedAt = performance.now();
      const chunks: Buffer[] = [];
      const goOn = (body: Readable) => {
        this.#handedOn.set(request, { body, startedAt });
        next(request, response);
      };
      const onError = (error: Error) =>
        goOn(
          new Readable({
            read() {
              this.destroy(error);
            },
          }),
        );
      request.once('error', onError);
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.once('end', () => {
        request.off('error', onError);
        const body = Buffer.concat(chunks);
        const call = this.#callOf(body.toString());
        if (call) void this.#answer(call, request, response, startedAt);
        else goOn(Readable.from([body]));
      });
    };
  }

  /** The body and arrival of a request that went on after its body was read. */
  handedOn(request: IncomingMessage): HandedOn | undefined {
    return this.#handedOn.get(request);
  }

  #isUsual({ method, url, headers }: IncomingMessage): boolean {
    const length = Number(headers['content-length']); // NaN without one
    return (
      method === 'POST' &&
      url === '/graphql' &&
      length > 0 &&
      length <= this.#parts.bodyLimit &&
      TYPES.has(headers['content-type']) &&
      ACCEPTED.has(headers.accept)
    );
  }

  /** The operation to run, if its document is known. */
  #callOf(body: string): Call | undefined {
    const { query, operationName, variables, extensions } = objectIn(body);
    if (typeof query !== 'string' || extensions != null) return undefined;
    if (operationName != null && typeof operationName !== 'string') return undefined;
    if (variables != null && !isRecord(variables)) return undefined;
    const document = this.#parts.documents.find(query);
    const operation = document && getOperationAST(document, operationName);
    return operation ? { document, operation, variables: variables ?? undefined } : undefined;
  }

  async #answer(call: Call, request: IncomingMessage, response: ServerResponse, startedAt: number): Promise<void> {
    const { contexts, executor, queue, deadlines, requestLog, trusts, headersFor, isStopping } = this.#parts;
    const { headers } = request;
    const requestId = randomUUID();
    const work: Work = { requestId, span: startRequestSpan(request) };
    const ip = proxyAddr(request, trusts);
    let child: FastifyBaseLogger | undefined;
    const log = () => (child ??= this.#parts.log.child({ requestId }));
    let outcome: Outcome | undefined;
    let cookie: string | undefined;
    const noteOutcome = (noted: Outcome) => void (outcome = noted);
    const sendCookie = (sent: string) => void (cookie = sent);
    const signal = deadlines.signalOf(request);
    if (call.operation.operation === 'query') deadlines.endWithClient(request);

    let answer: Answer;
    try {
      const run = async () => {
        const caller = await contexts.callerOf({ headers, ip });
        const received = { id: requestId, work, headers, ip, signal, log, noteOutcome, sendCookie };
        const context = contexts.contextOf(received, caller);
        const result = await executor({ ...call, work }, context);
        return answerOf(result, call.operation.name?.value, context);
      };
      // A read carries its work, because asynchronous context makes each request a tenth slower.
      const isPlainRead = call.operation.operation === 'query' && !work.span;
      const task = isPlainRead ? run : () => currentWork.run(work, run);
      answer = await deadlines.within(request, () => queue.run(task, response, signal));
    } catch (error) {
      answer = refusalOf(error instanceof Error ? error : new Error(String(error)), requestId, log());
    }
    requestLog.add({ request, response, work, route: '/graphql', address: ip, startedAt, outcome });
    response
      .writeHead(answer.status, {
        ...headersFor(headers.origin),
        ...answer.headers,
        'x-request-id': requestId,
        ...traceHeaderOf(work.span),
        ...(cookie === undefined ? {} : { 'set-cookie': cookie }),
        ...(isStopping() ? { connection: 'close' } : {}),
        'content-length': Buffer.byteLength(answer.body), // avoids chunked encoding
      })
      .end(answer.body);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As Fastify parses bodies. Empty if it would refuse this one. */
function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = parseJson(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
