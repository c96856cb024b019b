import { connect, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { linkSecret } from '../../src/core/secrets/mailed.link.ts';
import { registerFileGates } from '../../src/files/file.gates.ts';
import { removeUnusedFiles } from '../../src/files/storage/unused.files.ts';
import { asPlatform } from '../../src/core/database/tenancy.ts';
import { inTransaction } from '../../src/core/database/transaction.ts';
import { useApi, type Api } from '../support/api.ts';
import { pdf, png } from '../support/files/contents.ts';
import { contentOf, folderStorage, s3Storage, storedIds } from '../support/files/storages.ts';
import {
  asIfRequested,
  atApi,
  downloadFile,
  fileOf,
  givenChecked,
  givenUpload,
  givenUploaded,
  put,
  sha256Of,
  storedFiles,
} from '../support/given/files.ts';
import { givenPartner } from '../support/given/partners.ts';
import { givenAdmin } from '../support/given/people.ts';

const storages = [await folderStorage(), await s3Storage()];

const CONTENT = pdf('4 0 obj\n<< /Title (Ümläute) >>\nendobj\n');

const MISSING = { errors: [{ extensions: { code: 'NOT_FOUND' } }] };

describe.each(storages)('on $name', ({ environment, storage }) => {
  const api = useApi(environment);

  const ids = () => storedIds(storage);

  /** The server of these tests can keep the part of an upload that was broken off, unlike S3. */
  const bytesKept = (id: string) =>
    contentOf(storage, id).then(
      ({ length }) => length,
      () => 0,
    );

  async function expectMissing(answer: Promise<Response>): Promise<void> {
    const before = await storedFiles(api);
    const response = await answer;
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject(MISSING);
    expect(await storedFiles(api)).toEqual(before);
  }

  test('an uploaded file is there as it was sent, and is checked', async () => {
    const { id, url } = await givenUpload(api, api.admin, { content: CONTENT, name: '../../etc/passwd' });

    const response = await put(url, CONTENT);

    const sha256 = sha256Of(CONTENT);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ id, state: 'CHECKING', sha256 });
    expect(await fileOf(api, api.admin, id)).toMatchObject({ name: '../../etc/passwd', state: 'CHECKING', sha256 });
    expect(await contentOf(storage, id)).toEqual(CONTENT);
  });

  test('a worker checks it', async () => {
    const id = await givenUploaded(api);

    const worker = await api.startAnother({ WORKER: 'only' });
    try {
      await expect.poll(async () => (await fileOf(api, api.admin, id)).state, { timeout: 8_000 }).toBe('READY');
    } finally {
      await worker.stop();
    }
  });

  test.each([
    ['at once', (content: Buffer) => ({ body: new Uint8Array(content) })],
    ['in chunks of unknown number', (content: Buffer) => ({ body: inChunks(content), duplex: 'half' as const })],
  ])('J5: one byte too many, sent %s: 413, and storage never has all of it', async (_, bodyOf) => {
    const { id, url } = await givenUpload(api, api.admin, { bytes: CONTENT.length - 1 });

    const response = await fetch(url, { method: 'PUT', ...bodyOf(CONTENT) });

    expect(response.status).toBe(413);
    expect(await fileOf(api, api.admin, id)).toMatchObject({ state: 'REFUSED', refusal: 'TOO_LARGE', sha256: null });
    expect(await bytesKept(id)).toBeLessThan(CONTENT.length - 1);
  });

  test('one byte too few: 400', async () => {
    const { id, url } = await givenUpload(api, api.admin, { bytes: CONTENT.length + 1 });

    expect((await put(url, CONTENT)).status).toBe(400);

    expect(await fileOf(api, api.admin, id)).toMatchObject({ state: 'REFUSED', refusal: 'INCOMPLETE' });
    expect(await bytesKept(id)).toBeLessThan(CONTENT.length);
  });

  test('an upload whose client hangs up is incomplete', async () => {
    const { id, url } = await givenUpload(api, api.admin, { content: CONTENT });
    const client = await beginsToSend(api, { id, url });

    client.destroy();

    await expect.poll(async () => (await fileOf(api, api.admin, id)).refusal).toBe('INCOMPLETE');
    expect(await bytesKept(id)).toBeLessThan(CONTENT.length);
  });

  test('J5: a second PUT: 404, and the first file stays', async () => {
    const { id, url } = await givenUpload(api, api.admin, { content: CONTENT });
    await put(url, CONTENT);

    await expectMissing(put(url, CONTENT));

    expect(await contentOf(storage, id)).toEqual(CONTENT);
  });

  test('J5: a second PUT while the first one runs: 404', async () => {
    const { id, url } = await givenUpload(api, api.admin, { content: CONTENT });
    const client = await beginsToSend(api, { id, url });

    await expectMissing(put(url, CONTENT));

    client.destroy();
    await expect.poll(async () => (await fileOf(api, api.admin, id)).state).toBe('REFUSED');
  });

  test.each([
    ['forged', async (id: string) => `${id}.${'A'.repeat(43)}`],
    ['of another purpose', async (id: string) => linkSecret(api.secrets, 'FILE DOWNLOAD', id)],
    ['of no file', async () => linkSecret(api.secrets, 'FILE UPLOAD', '01a1e9dd-b612-74f7-b5cf-ed74457a7661')],
    ['missing', async () => ''],
  ])('J5: a link whose token is %s: 404', async (_, tokenOf) => {
    const { id, url } = await givenUpload(api);

    const token = await tokenOf(id);
    await expectMissing(put(`${url.split('?')[0]}?token=${token}`, pdf()));
  });

  test('J5: a link of 16 minutes: 404', async () => {
    const { id, url } = await givenUpload(api);
    await asIfRequested(api, id, '16 minutes');

    await expectMissing(put(url, pdf()));
  });

  test('J5: the link of another user: 404', async () => {
    const { url } = await givenUpload(api);
    const { actor } = await givenPartner(api);

    await expectMissing(put(url, pdf(), { authorization: `Bearer ${actor.accessToken}` }));

    expect((await put(url, pdf(), { authorization: `Bearer ${api.admin.accessToken}` })).status).toBe(200);
  });

  test('J5: a link after sign-out: 404', async () => {
    const { actor } = await givenAdmin(api);
    const { url } = await givenUpload(api, actor);
    await api.ask(actor, 'mutation { signOut }');

    await expectMissing(put(url, pdf()));
  });

  test('a download is an attachment of a fixed type that a browser never runs', async () => {
    const name = 'a/b\\c "Ä".exe';
    const { id } = await givenChecked(api, storage, api.admin, { content: CONTENT, name });

    const response = await fetch(await linkTo(api, id));

    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(CONTENT);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="a_b_c _A_.exe.pdf"; filename*=UTF-8''a_b_c%20_%C3%84_.exe.pdf`,
    );
  });

  test('the answer to a link forbids guessing its type, running it and keeping it', async () => {
    const { id } = await givenChecked(api, storage);

    const { headers } = await fetch(await linkTo(api, id), { redirect: 'manual' });

    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('J6: a download link after sign-out: 404', async () => {
    const { id } = await givenChecked(api, storage);
    const { actor } = await givenAdmin(api);
    const url = await linkTo(api, id, actor);
    await api.ask(actor, 'mutation { signOut }');

    await expectMissing(fetch(url));
  });

  test('J6: a link whose gate reads nothing ends with the session, too', async () => {
    const { id } = await givenChecked(api, storage);
    const { actor } = await givenAdmin(api);
    const url = await linkTo(api, id, actor);
    await api.rows(`update file_link set gate = 'always' where file_id = $1`, [id]);
    expect((await fetch(url)).status).toBe(200);
    await api.ask(actor, 'mutation { signOut }');

    await expectMissing(fetch(url));
  });

  test('J6: a download link after the deactivation of its user: 404', async () => {
    const { id } = await givenChecked(api, storage);
    const { actor, id: userId } = await givenAdmin(api);
    const url = await linkTo(api, id, actor);
    await api.ask(api.admin, 'mutation ($id: ID!) { deactivateAdmin(id: $id) }', { id: userId });

    await expectMissing(fetch(url));
  });

  test('J6: a download link after its right was lost: 404', async () => {
    const { id } = await givenChecked(api, storage);
    const url = await linkTo(api, id);
    await api.rows(`update file_link set gate = 'never' where file_id = $1`, [id]);

    await expectMissing(fetch(url));
  });

  test('a download link of 5 minutes, or with the ID of another file: 404', async () => {
    const [one, other] = [await givenChecked(api, storage), await givenChecked(api, storage)];
    const url = await linkTo(api, one.id);

    await expectMissing(fetch(url.replace(one.id, other.id)));
    await api.rows(`update file_link set expires_at = now() - interval '1 second' where file_id = $1`, [one.id]);
    await expectMissing(fetch(url));
  });

  test('a logo is public once it is used', async () => {
    const { actor } = await givenPartner(api);
    const logo = { purpose: 'LOGO', contentType: 'image/png', name: 'logo.png', content: png() };
    const { id } = await givenChecked(api, storage, actor, logo);
    const url = `${api.url}/brand/${id}.png`;

    expect((await fetch(url)).status).toBe(404);
    await api.rows('update stored_file set claimed_at = now() where id = $1', [id]);
    const response = await fetch(url);

    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(sha256Of(Buffer.from(await response.arrayBuffer()))).toBe((await fileOf(api, actor, id)).sha256);
  });

  test('another file in use is not public', async () => {
    const { id } = await givenChecked(api, storage);
    await api.rows('update stored_file set claimed_at = now() where id = $1', [id]);

    expect((await fetch(`${api.url}/brand/${id}.png`)).status).toBe(404);
  });

  test('after a day, what nothing uses is gone, and what is used stays', async () => {
    const { id: used } = await givenChecked(api, storage);
    const [unused, fresh] = [await givenUploaded(api), await givenUploaded(api)];
    await api.rows('update stored_file set claimed_at = now() where id = $1', [used]);
    for (const id of [unused, used]) await asIfRequested(api, id, '25 hours');

    await inTransaction(asPlatform(api.app.orm.em), (em) => removeUnusedFiles(em, { storage }));

    expect(await ids()).toEqual(expect.arrayContaining([used, fresh]));
    expect(await ids()).not.toContain(unused);
    expect(await api.rows('select id from stored_file where id = $1', [unused])).toEqual([]);
    expect((await fileOf(api, api.admin, used)).id).toBe(used);
  });
});

registerFileGates({ never: async () => false, always: async () => true });

async function linkTo(api: Api, id: string, actor = api.admin): Promise<string> {
  const { data } = await downloadFile(api, actor, id);
  return atApi(api, data?.downloadFile.url ?? '');
}

function inChunks(content: Buffer): ReadableStream {
  return new ReadableStream({
    start(controller) {
      for (const byte of content) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
}

/** Sends half of a body. Resolves once the upload has begun. */
async function beginsToSend(api: Api, { id, url }: { id: string; url: string }): Promise<Socket> {
  const { port, pathname, search } = new URL(url);
  const client = connect(Number(port), '127.0.0.1');
  client.on('error', () => undefined);
  client.write(`PUT ${pathname}${search} HTTP/1.1\r\nHost: x\r\nContent-Length: ${CONTENT.length}\r\n\r\n`);
  client.write(CONTENT.subarray(0, CONTENT.length / 2));
  const begun = () => api.rows('select from stored_file where id = $1 and upload_started_at is not null', [id]);
  await expect.poll(begun).toHaveLength(1);
  return client;
}
