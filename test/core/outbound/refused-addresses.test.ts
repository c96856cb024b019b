import { describe, expect, test } from 'vitest';
import { Outbound } from '../../../src/core/outbound/outbound.ts';
import { publicAddresses } from '../../../src/core/outbound/public.addresses.ts';
import { HOST, INNER, PUBLIC, useStandInInternet } from '../../support/outbound/stand-in.internet.ts';

const internet = useStandInInternet();

const POST = { headers: {}, body: '{}' };

const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => (error as { failure: string }).failure,
  );

const LITERALS = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '0',
  '10.1.2.3',
  '192.168.1.1',
  '169.254.169.254',
  '１２７。0。0。1',
  '%31%32%37.0.0.1',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[fe80::1]',
  '[fd00::1]',
  '93.184.216.34',
  '[2606:2800:220:1::1]',
];

const NAMES = ['localhost', 'localhost.', 'api.localhost', 'printer', 'nas.local', 'db.internal', 'router.home.arpa'];

const OTHER_URLS = [
  `http://${HOST}/`,
  `https://${HOST}:8443/`,
  `https://user:secret@${HOST}/`,
  `https://${HOST}./`,
  `ftp://${HOST}/`,
  'file:///etc/passwd',
  'https://',
  'hooks',
  `https://${HOST}/${'x'.repeat(2_048)}`,
];

test.each([...LITERALS, ...NAMES].map((host) => `https://${host}/hook`).concat(OTHER_URLS))(
  'J1: %s is refused when it is saved and when it is called, without a question or a byte',
  async (url) => {
    expect(await failureOf(internet.strict().check(url))).toBe('URL');
    expect(await failureOf(internet.strict().post({ ...POST, url }))).toBe('URL');

    expect(internet.dns.asked).toEqual([]);
    expect(internet.received).toEqual([]);
  },
);

describe('J1: a name with an address that is not public', () => {
  test.each([
    ['loopback', [INNER]],
    ['all of loopback', [PUBLIC]],
    ['this host', ['0.0.0.0']],
    ['private', ['10.0.0.5']],
    ['carrier-grade NAT', ['100.64.0.1']],
    ['link-local, as of cloud metadata', ['169.254.169.254']],
    ['multicast', ['224.0.0.1']],
    ['loopback in IPv6', ['::1']],
    ['mapped', ['::ffff:7f00:1']],
    ['NAT64', ['64:ff9b::7f00:1']],
    ['local NAT64', ['64:ff9b:1::1']],
    ['6to4', ['2002:7f00:1::']],
    ['Teredo', ['2001:0:7f00:1::']],
    ['unique local', ['fd12::1']],
    ['compatible with IPv4', ['::7f00:1']],
    ['site-local', ['fec0::1']],
    ['private beside a public one', ['93.184.216.34', '10.0.0.5']],
    ['private in IPv6 beside a public one', ['93.184.216.34', 'fd12::1']],
  ])('is refused: %s', async (_kind, addresses) => {
    internet.dns.answer(HOST, addresses);

    expect(await failureOf(internet.strict().check(`https://${HOST}/`))).toBe('NOT_PUBLIC');
    expect(await failureOf(internet.strict().post({ ...POST, url: `https://${HOST}/` }))).toBe('NOT_PUBLIC');

    expect(internet.received).toEqual([]);
  });
});

test('public addresses are those of the internet', () => {
  const isPublic = publicAddresses([]);

  expect(['93.184.216.34', '1.1.1.1', '2606:2800:220:1::1', '2a00:1450::1'].filter((each) => !isPublic(each))).toEqual(
    [],
  );
  expect(['', 'hooks.example', '1.1.1', '5000::1'].filter((each) => isPublic(each))).toEqual([]);
});

test("the operator's own networks are not public", async () => {
  const own = { blockedNetworks: ['93.184.216.0/24', '2606:2800::/32'] };
  for (const address of ['93.184.216.34', '2606:2800:220:1::1']) {
    internet.dns.answer(HOST, [address]);

    expect(await failureOf(internet.strict(own).check(`https://${HOST}/`))).toBe('NOT_PUBLIC');
  }
  internet.dns.answer(HOST, ['93.184.217.34']);
  expect(await failureOf(internet.strict(own).check(`https://${HOST}/`))).toBeUndefined();
});

test('a name without an address can be saved, but not called', async () => {
  const url = 'https://soon.shop.example/';

  expect(await internet.strict().check(url)).toBe(url);
  expect(await failureOf(internet.strict().post({ ...POST, url }))).toBe('NOT_FOUND');
});

test('an address is saved in its normal form', async () => {
  internet.dns.answer(HOST, ['93.184.216.34']);

  expect(await internet.strict().check(`HTTPS://${HOST.toUpperCase()}:443/a/../hook?x=1#part`)).toBe(
    `https://${HOST}/hook?x=1`,
  );
});

describe('in development', () => {
  const development = () => internet.strict({ allowsLoopback: true });

  test.each(['http://localhost:4000/hook', 'http://127.0.0.1:4000/hook', 'http://[::1]:4000/hook'])(
    '%s can be called',
    async (url) => {
      expect(await development().check(url)).toBe(url);
    },
  );

  test.each(['http://10.0.0.5/', 'http://127.0.0.2/', 'https://localhost/', 'https://127.0.0.1/', `http://${HOST}/`])(
    'J1: %s is refused',
    async (url) => {
      expect(await failureOf(development().check(url))).toBe('URL');
    },
  );

  test('J1: a name with a loopback address is refused', async () => {
    internet.dns.answer(HOST, [INNER]);

    expect(await failureOf(development().post({ ...POST, url: `https://${HOST}/` }))).toBe('NOT_PUBLIC');
    expect(internet.received).toEqual([]);
  });
});

test('outside of development, loopback is refused', async () => {
  expect(await failureOf(new Outbound({ allowsLoopback: false }).check('http://localhost:4000/'))).toBe('URL');
});
