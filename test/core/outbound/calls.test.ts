import { once } from 'node:events';
import { createServer as createSilentServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Outbound } from '../../../src/core/outbound/outbound.ts';
import { HOST, INNER, PUBLIC, useStandInInternet } from '../../support/outbound/stand-in.internet.ts';

const internet = useStandInInternet();

const CALL = { url: `https://${HOST}/hook?shop=1`, headers: { 'content-type': 'application/json' }, body: '{"a":1}' };

beforeEach(() => internet.dns.answer(HOST, [PUBLIC]));

const messageOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => (error as Error).message,
  );

test('the body and headers arrive by POST at the host of the address', async () => {
  let body: Promise<string> | undefined;
  internet.answer = (request, response) => {
    body = text(request);
    response.writeHead(202, { 'retry-after': '7' }).end('Thank you');
  };

  const answer = await internet.outbound().post(CALL);

  expect(answer).toEqual({ status: 202, retryAfter: '7', body: 'Thank you' });
  expect(await body).toBe('{"a":1}');
  const [{ request, at } = {}] = internet.received;
  expect({ at, method: request?.method, url: request?.url, type: request?.headers['content-type'] }).toEqual({
    at: PUBLIC,
    method: 'POST',
    url: '/hook?shop=1',
    type: 'application/json',
  });
  expect(request?.headers.host).toMatch(new RegExp(`^${HOST}:`));
});

test('J2: the connection goes to the address that was checked, though the name changes', async () => {
  internet.dns.answer(HOST, [PUBLIC], [INNER]);

  await internet.outbound().post(CALL);

  expect(internet.received.map(({ at }) => at)).toEqual([PUBLIC]);
  expect(internet.dns.asked).toEqual([HOST, HOST]); // one question for each kind of address
});

test('J2: a name that has turned private is refused at the next call', async () => {
  internet.dns.answer(HOST, [PUBLIC], [INNER]);
  const outbound = internet.outbound();
  await outbound.post(CALL);

  expect(await messageOf(outbound.post(CALL))).toBe('not a public address');

  expect(internet.received).toHaveLength(1);
});

test('each call has a connection of its own', async () => {
  const outbound = internet.outbound();

  await outbound.post(CALL);
  await outbound.post(CALL);

  expect(new Set(internet.received.map(({ from }) => from)).size).toBe(2);
  expect(internet.received.every(({ request }) => request.headers.connection === 'close')).toBe(true);
});

test.each([301, 302, 307, 308])(
  'J3: a redirect by %i to an inner address is an answer, and not followed',
  async (status) => {
    internet.answer = (_request, response) =>
      response.writeHead(status, { location: `https://${INNER}/latest/meta-data` }).end('Moved');

    expect(await internet.outbound().post(CALL)).toMatchObject({ status, body: 'Moved' });

    expect(internet.received).toHaveLength(1);
  },
);

describe('J4: an answer without an end', () => {
  test('is read up to 4 kB', async () => {
    internet.answer = (_request, response) => {
      response.writeHead(200);
      const more = () => response.write('x'.repeat(1_000)) || response.once('drain', more);
      const timer = setInterval(more, 1);
      response.on('close', () => clearInterval(timer));
    };

    const { status, body } = await internet.outbound().post(CALL);

    expect({ status, length: body.length }).toEqual({ status: 200, length: 4_096 });
    await expect.poll(() => internet.received[0]?.request.socket.destroyed).toBe(true);
  });

  test('is given up if it drips', async () => {
    internet.answer = (_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    };

    expect(await messageOf(internet.outbound({ answerWithin: 300 }).post(CALL))).toBe(
      'no complete answer within 10 seconds',
    );

    await expect.poll(() => internet.received[0]?.request.socket.destroyed).toBe(true);
  });

  test('is given up if it never begins', async () => {
    internet.answer = () => undefined;

    expect(await messageOf(internet.outbound({ answerWithin: 300 }).post(CALL))).toBe(
      'no complete answer within 10 seconds',
    );
  });
});

describe('a failure says why', () => {
  test('if the host does not answer the connection', async () => {
    const server = createSilentServer().listen(0, PUBLIC);
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const addressesOf = async () => [PUBLIC];
    const parts = { addressesOf, isPublic: () => true, port, connectWithin: 200 };

    const call = new Outbound({ allowsLoopback: false }, parts).post(CALL);

    expect(await messageOf(call)).toBe('no connection within 3 seconds');
  });

  test('if the DNS server is silent', async () => {
    internet.dns.isSilent = true;
    onTestFinished(() => void (internet.dns.isSilent = false));

    expect(await messageOf(internet.outbound({ connectWithin: 200 }).post(CALL))).toBe(
      'no connection within 3 seconds',
    );
  });

  test('if nothing listens', async () => {
    internet.dns.answer(HOST, ['127.0.0.3']);
    const parts = { addressesOf: async () => ['127.0.0.3'], isPublic: () => true, port: 9 };

    expect(await messageOf(new Outbound({ allowsLoopback: false }, parts).post(CALL))).toBe(
      'the connection was refused',
    );
  });

  test('if the certificate is not one of the host', async () => {
    const name = 'other.shop.example';
    internet.dns.answer(name, [PUBLIC]);

    expect(await messageOf(internet.outbound().post({ ...CALL, url: `https://${name}/` }))).toBe(
      'the certificate is not valid for this host',
    );

    expect(internet.received).toEqual([]);
  });

  test('if the connection ends', async () => {
    internet.answer = (_request, response) => response.destroy();

    expect(await messageOf(internet.outbound().post(CALL))).toBe('the connection ended before the answer');
  });

  test('if the answer is no HTTP', async () => {
    internet.answer = (_request, response) => response.socket?.write('SMTP ready\r\n\r\n');

    expect(await messageOf(internet.outbound().post(CALL))).toBe('the answer is not valid HTTP');
  });
});
