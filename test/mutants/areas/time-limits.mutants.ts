import { inFile, type Mutant } from '../mutant.ts';

const DEADLINE = 'test/faults/request-deadline.test.ts';
const HANG_UP = 'test/faults/hang-up.test.ts';

export const timeLimits: Mutant[] = [
  ...inFile(
    'src/http/deadlines.ts',
    [DEADLINE],
    [
      ['A request ends at its deadline.', 'return this.#ends.get(request)?.abort(unavailable());', 'return;'],
      [
        'Late work does not delay the answer.',
        'return await Promise.race([work(), late]);',
        'return await Promise.race([work()]).finally(() => void late.catch(() => undefined));',
      ],
      ['A silent download is closed.', 'else response.setTimeout(', 'else void (', DEADLINE],
      ['A read ends with its client.', 'this.#endingWithClient.has(request)', 'false', HANG_UP],
    ],
  ),
  ...inFile(
    'src/core/database/tenancy.ts',
    [DEADLINE],
    [
      [
        'A late change is canceled.',
        "inflightQueryAbortStrategy: 'cancel query'",
        "inflightQueryAbortStrategy: 'ignore query'",
      ],
    ],
  ),
];
