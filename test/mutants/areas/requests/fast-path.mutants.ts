import { inFile, type Mutant } from '../../mutant.ts';

const QUEUE = 'test/core/fast-path/message-queue.test.ts';
const ENDS = 'test/core/fast-path/message-queue-ends.test.ts';
const SERVER = 'test/core/fast-path/misbehaving-server.test.ts';
const READ_ONLY = 'test/core/read-only.test.ts';
const TENANT = 'test/security/tenants/tenant.test.ts';
const ENDED = 'test/identity/sessions/session.test.ts';

export const fastPath: Mutant[] = [
  ...inFile(
    'src/core/database/fast-path/message.pipeline.ts',
    [SERVER],
    [
      [
        'An open transaction ends the connection.',
        "if (data[start + HEADER] !== OUTSIDE_TRANSACTION) return this.#break('an open transaction');",
        '',
      ],
      [
        'A message with too few answers ends the connection.',
        "if (!sent.error && sent.at < sent.prepared.length) return this.#break('too few answers');",
        '',
      ],
      ['An unknown answer ends the connection.', "return this.#break('an answer to nothing');", 'return;'],
      ['A wrong length ends the connection.', "if (length < HEADER) return this.#break('a wrong length');", ''],
      [
        'A row without a description ends the connection.',
        "return this.#break('a row without a description');",
        'return;',
      ],
      ['A row that does not fit ends the connection.', "this.#break('a row that does not fit its description');", ''],
      [
        'A broken connection serves nobody else, also after a failed read.',
        'if (this.#sent[0]) this.#sent[0].error = error;',
        '',
      ],
      ['Each message gets its own answers.', 'this.#sent.shift();', 'this.#sent.pop();', QUEUE],
      ['Rows belong to one statement.', 'sent.rows = [];', '', QUEUE],
      [
        'A lost connection fails its messages.',
        "this.#client.on('error', (error) => this.#fail(error));\n    this.#client.on('end', () => this.#fail(new Error('Connection terminated')));",
        '',
      ],
      ['Answers to no message are for pg.', 'return this.#toPg(data.subarray(start, end));', 'return;'],
      ['A connection closes statements that it does not keep.', 'this.#evicted.push(name)', 'name', QUEUE],
      [
        'A message leaves the names that it evicts to the next one.',
        'this.#evicted.splice(0, closings.length);',
        'this.#evicted.splice(0);',
        QUEUE,
      ],
      [
        'A statement is closed before it is prepared again.',
        "serialize.close({ type: 'S', name }),\n          serialize.parse",
        'serialize.parse',
        QUEUE,
      ],
    ],
  ),
  ...inFile(
    'src/core/database/fast-path/message.queue.ts',
    [QUEUE, ENDS],
    [
      ['Each caller has its own message.', 'this.#waiting.get(caller)', '[...this.#waiting.values()][0]'],
      [
        'An outdated plan is prepared again.',
        'if (isOutdated(error)) client.messages.forget();\n          if (--open',
        'if (--open',
      ],
      ['A read with an outdated plan is sent again.', 'read.outdated++ < this.pool.options.max', 'read.outdated++ < 0'],
      ['A read is sent again for each connection.', 'read.outdated++ < this.pool.options.max', 'read.outdated++ < 1'],
      ['A failed opening fails all reads.', 'answered.length >= openings && !breaks', '!breaks'],
      ['Reads behind a failed one run again.', '!breaks(error) ? 1 : rest.length', 'rest.length < 0 ? 1 : rest.length'],
      ['A connection is free only after all its messages.', 'if (--open === 0)', 'if (open-- === taken.length)'],
      [
        'A broken connection does not return to the pool.',
        'if (--open === 0) release(isUnusableAfter(error) ? error : undefined);',
        'if (--open === 0) release();',
        SERVER,
      ],
      ['A read does not wait forever.', 'if (error) return this.#refuse(last, error);', 'if (error) return;'],
      [
        'A connection that cannot be opened fails no reads of others.',
        'if (this.#asked > 0 && !TOO_LATE.test(error.message)) return;',
        '',
      ],
      ['A write with an outdated plan is sent again.', 'if (!isOutdated(error)) throw error;', 'throw error;'],
      ['A read ends with its signal.', "signal?.addEventListener('abort', together.giveUp);", ''],
      ['PostgreSQL stops a read that nobody waits for.', 'if (sent) sent.abandon();', 'if (sent) return;'],
      ['A read that nobody waits for is not sent.', 'else this.#waiting.delete(caller);', ''],
      ['Reads behind an abandoned one run again.', 'error instanceof Abandoned ? [] : ', ''],
      ['A write ends with its signal.', "signal?.addEventListener('abort', giveUp);", ''],
      ['Few callers share a turn.', 'MAX_IN_TURN = 8', 'MAX_IN_TURN = 1000'],
      [
        'Only a bounded number of callers waits.',
        'if (this.#waiting.size >= MAX_WAITING) return Promise.reject(unavailable());',
        '',
      ],
      ['A failed write is an error.', 'if (error) reject(error);\n        else resolve();', 'resolve();'],
    ],
  ),
  ...inFile(
    'src/core/database/fast-path/row.decoder.ts',
    [QUEUE],
    [
      ['A row has all its columns.', 'if (data.readUInt16BE(at) !== ${fields.length})', 'if (false)', SERVER],
      ['A column may have any name.', "name === '__proto__'", 'name.length === 0'],
      ['NULL is no text.', 'length < 0 ? null : ', ''],
    ],
  ),
  ...inFile(
    'src/core/database/fast-path/statement.ts',
    ['test/core/lists.test.ts'],
    [
      ['The text of a statement has its literals.', 'step(step(place, LITERAL), value)', 'step(place, LITERAL)'],
      [
        'The text of a statement has its columns.',
        'return step(place, (node as ColumnNode).column.name);',
        'return place;',
      ],
    ],
  ),
  ...inFile(
    'src/core/database/transaction.ts',
    [READ_ONLY],
    [
      [
        'A read changes nothing.',
        "if (type === 'read') settings.unshift(`set_config('transaction_read_only', 'on', true)`);",
        '',
      ],
      [
        'C5: Settings end with their message.',
        "set_config('${name}', $${index + 1}, true)",
        "set_config('${name}', $${index + 1}, false)",
        TENANT,
        'test/security/tenants/tenants-at-once.test.ts',
      ],
      [
        'A read checks the session.',
        'if (credential >= 0) settings.push(`require_caller($${credential + 1})`);',
        '',
        ENDED,
      ],
    ],
  ),
];
