import { inFile, type Mutant } from '../../mutant.ts';

const HTTP = 'test/security/requests/http.test.ts';
const REFUSED = 'test/security/requests/refused-documents.test.ts';
const DOCUMENTS = 'test/security/requests/documents.test.ts';

export const requests: Mutant[] = [
  ...inFile(
    'src/core/graphql/documents/query.limits.ts',
    [HTTP],
    [
      [
        'A7: Sign-ins run once in a document.',
        'times > (ONCE.has(name) ? 1 : most.sameField)',
        'times > most.sameField',
        HTTP,
        'test/security/accounts/sign-in.test.ts',
      ],
      [
        'E1: A document selects a field a limited number of times.',
        'times > (ONCE.has(name) ? 1 : most.sameField)',
        'ONCE.has(name) && times > 1',
      ],
      ['E2: A document has few directives.', 'counts.directives > LIMITS.directives', 'counts.directives > 9_999'],
      [
        'E9: A document has a limited number of lines.',
        'source.split(LINE_END).length > MAX_LINES',
        'MAX_LINES < 0',
        REFUSED,
      ],
      ['E9: A document has a limited length.', 'source.length > MAX_CHARACTERS', 'MAX_CHARACTERS < 0', REFUSED],
    ],
  ),
  ...inFile(
    'src/core/graphql/documents/document.guard.ts',
    [REFUSED],
    [['E9: New documents are limited.', 'if (count > max) throw rateLimited(resetsInMs);', '']],
  ),
  ...inFile(
    'src/http/graphql/apollo.ts',
    [HTTP],
    [
      [
        'E3: Arrays of requests are refused.',
        'persistedQueries: false,',
        'persistedQueries: false, allowBatchedHttpRequests: true,',
      ],
      [
        'E5: Production suggests no names.',
        'hideSchemaDetailsFromClientErrors: config.production',
        'hideSchemaDetailsFromClientErrors: false',
        'test/security/requests/production.test.ts',
      ],
      [
        'E7: Another site cannot send a request.',
        'persistedQueries: false,',
        'persistedQueries: false, csrfPrevention: false,',
      ],
    ],
  ),
  ...inFile(
    'src/http/server.ts',
    [HTTP],
    [
      [
        'E6: Headers have a time limit.',
        'headersTimeout: 10_000,\n  requestTimeout: LONGEST_UPLOAD,',
        'headersTimeout: 0,',
      ],
      ['E6: A body has a limit.', 'const BODY_LIMIT = 256 * 1024;', 'const BODY_LIMIT = 256 * 1024 * 1024;'],
      [
        'G1: Only trusted proxies name the client.',
        'hop < config.trustedProxies',
        'hop < 9',
        'test/security/accounts/rate-limits.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/http/security.headers.ts',
    [HTTP],
    [['D4: A page sends no Referer.', "policy: 'no-referrer'", "policy: 'unsafe-url'"]],
  ),
  ...inFile(
    'src/core/graphql/documents/document.store.ts',
    [DOCUMENTS],
    [['E10: Known documents have a limit.', 'maxSize: MAX_BYTES, sizeCalculation: bytesOf', 'max: 1_000_000']],
  ),
  ...inFile(
    'src/core/graphql/documents/query.plan.ts',
    [DOCUMENTS],
    [['E11: A document with conditions has no plan.', ' || hasDirectives(document)) return', ') return']],
  ),
  ...inFile(
    'src/core/graphql/error.response.ts',
    ['test/security/leaks.test.ts'],
    [
      [
        'H1: An internal error is masked.',
        "{ ...place, message: 'Something went wrong.', extensions: { code",
        '{ ...place, message, extensions: { code',
      ],
      [
        'C1: A foreign ID is a security event.',
        "'FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED'",
        "'FORBIDDEN', 'RATE_LIMITED'",
        'test/security/tenants/tenant-fields.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/core/context/log.options.ts',
    ['test/security/leaks.test.ts'],
    [['H2: The log has no bytes of a request.', ", 'err.rawPacket']", ']']],
  ),
  ...inFile(
    'src/http/request.log.ts',
    ['test/security/requests/logged-links.test.ts'],
    [['J20: The log of the process has no query.', "url?.split('?')[0]", 'url']],
  ),
  ...inFile(
    'ops/proxies/nginx.conf',
    ['test/security/requests/logged-links.test.ts'],
    [
      ['J20: The access log of nginx has no query.', '$request_method $uri', '$request_method $request_uri'],
      ['J20: The error log of nginx has no token.', '@link {\n      error_log /dev/null;', '@link {'],
    ],
  ),
  ...inFile(
    'ops/proxies/Caddyfile',
    ['test/security/requests/logged-links.test.ts'],
    [['J20: The logs of Caddy have no query.', 'request>uri regexp "\\?.*" ""', '']],
  ),
];
