import { inFile, type Mutant } from '../../mutant.ts';

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
      ['A download ends with its client.', "if (method === 'GET') this.endWithClient(raw);", '', HANG_UP],
      ['A read ends with its client.', 'this.#endingWithClient.has(request)', 'false', HANG_UP],
    ],
  ),
  ...inFile(
    'src/exports/export.endpoints.ts',
    [DEADLINE],
    [['A late export is canceled.', 'forkFor(orm, undefined, request.deadline)', 'forkFor(orm, undefined)']],
  ),
  ...inFile(
    'src/access/client-access.endpoints.ts',
    [DEADLINE],
    [
      [
        'A late request of the client application is canceled.',
        'forkFor(orm, undefined, deadline)',
        'forkFor(orm, undefined)',
      ],
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
