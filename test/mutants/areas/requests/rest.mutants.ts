import { inFile, type Mutant } from '../../mutant.ts';

export const rest: Mutant[] = [
  ...inFile(
    'src/rest/rest.answer.ts',
    ['test/rest/update-client.test.ts'],
    [
      ['J16: A stale version is 412.', 'isStale ? 412', 'isStale ? 200'],
      ['J16: A limit is 429.', '  RATE_LIMITED: 429,\n', '', 'test/rest/refusals.test.ts'],
      [
        'J16: Retry-After comes with 429 and 503.',
        `headers['retry-after'] = String(retryAfterSeconds ?? 1);`,
        '{}',
        'test/rest/refusals.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/rest/rest.endpoints.ts',
    ['test/rest/requests.test.ts'],
    [
      ['J16: Other content types are 415.', '    takeJsonOnly(server);\n', ''],
      ['J16: 405 names the methods.', `{ allow: taken.join(', ') }`, '{}'],
    ],
  ),
  ...inFile(
    'src/http/graphql/answer.ts',
    ['test/rest/refusals.test.ts'],
    [['J16: Refusals below /api are problems.', 'isRestUrl(url) ? problemAnswer : errorAnswer', 'errorAnswer']],
  ),
  ...inFile(
    'src/rest/rest.input.ts',
    ['test/rest/clients.test.ts'],
    [
      ['B6: A field outside the table is refused.', 'if (!fields.has(name)) this.add(name, unknown);', ''],
      [
        'J16: A parameter counts once.',
        `if (isText && Array.isArray(value)) this.add(field.name, 'must be given once');`,
        'if (isText && Array.isArray(value)) this.read(field, value[0], isText);',
      ],
      [
        'J16: An Idempotency-Key is kept.',
        '    else reading.read(field, value, true);',
        '    else void field;',
        'test/rest/submit-application.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/http/graphql/stored.operations.ts',
    ['test/rest/verdicts.test.ts'],
    [['J16: A stored operation runs as its caller.', 'await request.caller()', 'undefined']],
  ),
];
