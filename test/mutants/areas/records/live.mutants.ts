import { inFile, type Mutant } from '../../mutant.ts';

const LIVE = 'test/live/live.test.ts';

export const live: Mutant[] = [
  ...inFile(
    'src/live/live.streams.ts',
    [LIVE],
    [
      [
        'Live: An ended session opens no stream.',
        'if ((await this.#endedAmong([caller])).has(caller.credential)) throw unauthenticated();',
        '',
      ],
      [
        'Live: A heartbeat ends the streams of ended sessions.',
        'if (ended.has(caller.credential)) body.destroy();',
        '',
      ],
      ['Live: A user has few streams.', '>= MOST_OF_USER', '>= MOST_OF_PROCESS'],
      [
        'Live: A hint reaches only those whose rows changed.',
        'return streams.filter(({ caller }) => found.has(idOf(caller)));',
        'return found ? streams : [];',
      ],
      [
        'Live: Only owners hear of members.',
        'streams.filter(({ caller }) => mayReadMembers(caller)),',
        'mayReadMembers ? streams : [],',
      ],
      ['Live: Only admins hear of applications.', 'applications: isAdmin', 'applications: () => true'],
      ['Live: A stop ends the streams.', 'for (const { body } of this.#streams) body.end();', ''],
      ['Live: Many changes are one hint.', 'this.#gathering ??= setTimeout(', 'this.#gathering = setTimeout('],
    ],
  ),
  ...inFile(
    'src/live/live.endpoints.ts',
    [LIVE],
    [
      ['Live: An API key has no stream.', "caller.credential.startsWith('key:') || ", ''],
      ['Live: A stream needs a caller.', 'if (!caller) throw unauthenticated();', 'if (!caller) throw forbidden();'],
    ],
  ),
  ...inFile(
    'src/live/live.listener.ts',
    [LIVE],
    [['Live: A lost connection may have missed changes.', '      missed();\n', '      void missed;\n']],
  ),
];
