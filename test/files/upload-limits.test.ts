import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { refuseSlowBodies } from '../../src/http/slow.bodies.ts';
import { postTo, useApi } from '../support/api.ts';
import { pdf } from '../support/files/contents.ts';
import { folderStorage } from '../support/files/storages.ts';
import { atApi, fileOf, givenUpload, put } from '../support/given/files.ts';

const { environment } = await folderStorage();
const api = useApi(environment);

const CONTENT = pdf();

/** Begins an upload, and sends half of it. Resolves once its bytes flow. */
async function begins(url: string, id: string): Promise<Socket> {
  const { port, pathname, search } = new URL(url);
  const client = connect(Number(port), '127.0.0.1');
  client.on('error', () => undefined);
  onTestFinished(() => void client.destroy());
  client.write(`PUT ${pathname}${search} HTTP/1.1\r\nHost: x\r\nContent-Length: ${CONTENT.length}\r\n\r\n`);
  client.write(CONTENT.subarray(0, 100));
  const begun = () => api.rows('select from stored_file where id = $1 and upload_started_at is not null', [id]);
  await expect.poll(begun).toHaveLength(1);
  return client;
}

const answerOn = async (client: Socket): Promise<string> => String((await once(client, 'data'))[0]);

test('an upload takes no slot of requests, and has no deadline of theirs', async () => {
  const strict = await api.startAnother({ REQUESTS_AT_ONCE: '1', REQUEST_DEADLINE: '200' });
  onTestFinished(() => strict.stop());
  const { id, url } = await givenUpload(api);
  const client = await begins(atApi(strict, url), id);

  // Longer than the deadline: each answer is a request of its own.
  const until = performance.now() + 400;
  while (performance.now() < until) {
    const response = await postTo(strict.url ?? '', { query: '{ __typename }' });
    expect(response.status).toBe(200);
  }
  client.write(CONTENT.subarray(100));

  expect(await answerOn(client)).toMatch(/^HTTP\/1\.1 200 /);
  expect((await fileOf(api, api.admin, id)).state).toBe('CHECKING');
});

test('an upload holds no connection to the database', async () => {
  const narrow = await api.startAnother({ DATABASE_POOL_SIZE: '1' });
  onTestFinished(() => narrow.stop());
  for (let begun = 0; begun < 3; begun++) {
    const { id, url } = await givenUpload(api);
    await begins(atApi(narrow, url), id);
  }

  const response = await postTo(
    narrow.url ?? '',
    { query: '{ viewer { id } }' },
    { authorization: `Bearer ${api.admin.accessToken}` },
  );

  expect(await response.json()).toMatchObject({ data: { viewer: { id: expect.any(String) } } });
});

test('a process takes 32 uploads at once, and the next link stays good', async () => {
  const clients = [];
  for (let begun = 0; begun < 32; begun++) {
    const { id, url } = await givenUpload(api);
    clients.push(await begins(url, id));
  }
  const { url } = await givenUpload(api);

  const refused = await put(url, CONTENT);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);

  clients[0]?.destroy();
  await expect.poll(async () => (await put(url, CONTENT)).status).toBe(200);
});

test('another body that is too slow gets 408, and an upload does not', async () => {
  const server = createServer((request, response) => request.on('end', () => response.end('done')).resume());
  refuseSlowBodies(server, 50);
  server.on('clientError', (_, socket) => socket.end('HTTP/1.1 408 Request Timeout\r\n\r\n'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const send = (line: string) => {
    const client = connect(port, '127.0.0.1');
    onTestFinished(() => void client.destroy());
    client.write(`${line} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n1`);
    return client;
  };
  const upload = send('PUT /files/upload?token=x');

  expect(await answerOn(send('POST /graphql'))).toMatch(/^HTTP\/1\.1 408 /);
  expect(await answerOn(send('PUT /files/uploads'))).toMatch(/^HTTP\/1\.1 408 /);
  upload.write('2');
  expect(await answerOn(upload)).toMatch(/^HTTP\/1\.1 200 /);
});
