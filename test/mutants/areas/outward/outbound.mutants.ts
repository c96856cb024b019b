import { inFile, type Mutant } from '../../mutant.ts';

const REFUSED = 'test/core/outbound/refused-addresses.test.ts';
const CALLS = 'test/core/outbound/calls.test.ts';

export const outbound: Mutant[] = [
  ...inFile(
    'src/core/outbound/outbound.url.ts',
    [REFUSED],
    [
      ['J1: Only https is called.', "url.protocol === 'https:' && ", ''],
      ['J1: Only port 443 is called.', "url.port === '' && ", ''],
      ['J1: A host is a name, in no spelling an address.', 'HOST_NAME.test(url.hostname) && ', ''],
      ['J1: A private name is refused before a look-up.', ' && !PRIVATE_NAME.test(url.hostname)', ''],
      ['J1: An address has no credentials.', ' || url.username || url.password', ''],
      ['J1: Loopback is for development.', 'if (allowsLoopback && isLoopbackUrl(url))', 'if (isLoopbackUrl(url))'],
      ['J1: Development calls loopback by http only.', "protocol === 'http:' && LOOPBACK", 'LOOPBACK'],
      ['J1: Development calls loopback only.', ' && LOOPBACK.includes(hostname)', ' && hostname.length > 0'],
      ['A long address is refused.', 'text.length > LONGEST ? null : URL.parse(text)', 'URL.parse(text)'],
    ],
  ),
  ...inFile(
    'src/core/outbound/public.addresses.ts',
    [REFUSED],
    [
      ['J1: An address of a special purpose is not public.', "if (address.range() !== 'unicast') return false;", ''],
      ['J1: A public IPv6 address is of 2000::/3.', ' || address.match(PUBLIC_IPV6)', ' || true'],
      ['Own networks are blocked.', ' && !networks.some((network) => isWithin(address, network))', ''],
    ],
  ),
  ...inFile(
    'src/core/outbound/outbound.lookup.ts',
    [REFUSED],
    [
      ['J1: All addresses of a name are public.', 'addresses.every((address)', 'addresses.some((address)'],
      ['J1: IPv6 addresses are looked up too.', ', resolver.resolve6(name)', ''],
    ],
  ),
  ...inFile(
    'src/core/outbound/outbound.ts',
    [CALLS],
    [
      ['J1: A name is checked when it is saved.', 'if (!isLoopbackUrl(url)) {', 'if (isLoopbackUrl(url)) {', REFUSED],
      [
        'J2: The checked addresses are connected to.',
        'connect: { lookup: lookupBy(find), timeout',
        'connect: { timeout',
      ],
      [
        'J3: A redirect is not followed.',
        "const retryAfter = answer.headers['retry-after'];",
        "const retryAfter = answer.headers['retry-after'];\nif (answer.headers.location) return await this.post({ url: String(answer.headers.location), headers, body });",
      ],
      ['A call has its own connection.', 'pipelining: 0,', ''],
      ['J4: Only 4 kB are read.', 'if (read >= MOST_READ) break;', ''],
      ['J4: The first bytes are 4 kB.', '.subarray(0, MOST_READ)', ''],
      ['J4: An answer has 10 seconds.', 'headers, body, signal }', 'headers, body }'],
      ['A connection has 3 seconds.', 'lookupBy(find), timeout, ', 'lookupBy(find), '],
    ],
  ),
];
