import { inFile, type Mutant } from '../../mutant.ts';

const TWO_WAYS = 'test/security/requests/known-documents.test.ts';
const OPERATIONS = 'test/core/graphql/known-documents.test.ts';

export const front: Mutant[] = [
  ...inFile(
    'src/http/graphql/front.ts',
    [TWO_WAYS],
    [
      ['E7: A form goes on to the CSRF prevention.', "TYPES.has(headers['content-type'])", 'TYPES.size > 0'],
      ['A wish for another type is heard.', 'ACCEPTED.has(headers.accept)', 'ACCEPTED.size > 0'],
      ['A persisted query is not supported.', ' || extensions != null) return undefined;', ') return undefined;'],
      ['Variables are an object.', 'if (variables != null && !isRecord(variables)) return undefined;', ''],
      ['B7: A prototype in a body is refused.', 'parseJson(text)', 'JSON.parse(text)'],
      ['A large body is refused.', 'length <= this.#parts.bodyLimit &&', ''],
      ['A proxy names the client.', 'proxyAddr(request, trusts)', "request.socket.remoteAddress ?? ''"],
      ['A request waits for its turn.', 'queue.run(task, response, signal)', 'task()'],
      ['The caller is identified.', 'await contexts.callerOf({ headers, ip })', 'undefined', OPERATIONS],
      ['A cookie is sent.', "...(cookie === undefined ? {} : { 'set-cookie': cookie }),", '', OPERATIONS],
      ['A stop closes connections.', "...(isStopping() ? { connection: 'close' } : {}),", ''],
      ['A body that was read goes on.', 'else goOn(Readable.from([body]));', 'else goOn(Readable.from([]));'],
    ],
  ),
  ...inFile(
    'src/http/admission.ts',
    ['test/faults/overload.test.ts'],
    [
      ['Health checks always pass.', " && !request.url?.startsWith('/health/')", ''],
      ['A finished request frees its place.', 'if (this.#admitted.delete(request)) queue.leave();', ''],
    ],
  ),
  ...inFile(
    'src/core/limits/work.queue.ts',
    ['test/faults/overload.test.ts'],
    [
      ['The queue is bounded.', 'this.#waiting.size >= WAITING * this.#limits.atOnce', 'false'],
      ['Late requests are refused.', 'setTimeout(giveUp, this.#limits.longestWait)', 'setTimeout(giveUp, 60_000)'],
      ['A disconnected client leaves the queue.', "client?.once('close', giveUp);", ''],
      ['A request that left is not started.', 'this.#waiting.delete(resolve);', ''],
      ['A request is started once.', 'this.#waiting.delete(startNext);', ''],
      [
        'The first request is first.',
        'const [startNext] = this.#waiting;',
        'const startNext = [...this.#waiting].at(-1);',
      ],
    ],
  ),
  ...inFile(
    'src/http/graphql/answer.ts',
    [TWO_WAYS],
    [
      ['A wrong variable is 400.', 'status = errors && data === undefined ? 400 : 200', 'status = 200', OPERATIONS],
      [
        'Errors are logged.',
        'if (errors) reportErrors(errors, operationName, context);\n  const formatted = errors && formattedErrors(errors);\n  const {',
        'const formatted = errors && formattedErrors(errors);\n  const {',
      ],
      [
        'The log has a refusal before the document.',
        "if (code === 'RATE_LIMITED') log.warn({ event: 'denied', code }, message);",
        '',
        'test/identity/api-keys/api-key-authentication.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/http/security.headers.ts',
    [TWO_WAYS],
    [
      [
        'E8: Only an allowed origin may read.',
        'origin !== undefined && allowedOrigins.includes(origin)',
        'origin !== undefined',
      ],
    ],
  ),
  ...inFile(
    'src/http/graphql/context.ts',
    ['test/identity/api-keys/api-key-log.test.ts'],
    [['The use of a key is counted.', 'for (const { answered } of this.served) answered?.(context, errors);', '']],
  ),
];
