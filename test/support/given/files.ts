import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { expect } from 'vitest';
import { checkFile } from '../../../src/files/checks/file.checker.ts';
import type { FileStorage } from '../../../src/files/storage/file.storage.ts';
import type { Actor, Answer, Api } from '../api.ts';
import { pdf } from '../files/contents.ts';
import { withoutTriggers } from '../database.changes.ts';
import type { Partner } from './partners.ts';
import type { Samples } from './samples.types.ts';

export interface FileAnswer {
  id: string;
  purpose: string;
  name: string;
  contentType: string;
  bytes: number;
  sha256: string | null;
  state: string;
  refusal: string | null;
  claimedAt: string | null;
  createdAt: string;
  uploader: string;
  partner: { id: string } | null;
}

const FILE = `id purpose name contentType bytes sha256 state refusal claimedAt createdAt uploader partner { id }`;

/** A file to upload: an agreement by default. */
export interface Sent {
  purpose?: string;
  name?: string;
  contentType?: string;
  content?: Buffer;
  /** Bytes to request. Default: those of the content. */
  bytes?: number;
}

interface Requested {
  requestUpload: { file: FileAnswer; url: string; expiresAt: string };
}

export const requestUpload = (
  api: Api,
  actor: Actor | undefined,
  {
    purpose = 'AGREEMENT',
    name = 'Agreement.pdf',
    contentType = 'application/pdf',
    content = pdf(),
    bytes = content.length,
  }: Sent = {},
): Promise<Answer<Requested>> =>
  api.ask(
    actor,
    `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { file { ${FILE} } url expiresAt } }`,
    { input: { purpose, name, contentType, bytes } },
  );

/** The path and query of a link, with the test API's address. */
export function atApi({ url: ofApi }: { url: string | undefined }, url: string): string {
  const { pathname, search } = new URL(url);
  return `${ofApi}${pathname}${search}`;
}

/** Requests an upload. `url` is that of the test's API. */
export async function givenUpload(api: Api, actor: Actor = api.admin, sent: Sent = {}) {
  const { data, errors } = await requestUpload(api, actor, sent);
  if (!data) throw new Error(`The upload was refused: ${JSON.stringify(errors)}`);
  const { file, url } = data.requestUpload;
  return { id: file.id, url: atApi(api, url) };
}

export const put = (url: string, content: Buffer, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: 'PUT', body: new Uint8Array(content), headers });

/** Uploads a file, which is then CHECKING. */
export async function givenUploaded(api: Api, actor: Actor = api.admin, sent: Sent = {}): Promise<string> {
  const { id, url } = await givenUpload(api, actor, sent);
  const response = await put(url, sent.content ?? pdf());
  expect(await response.json()).toMatchObject({ id, state: 'CHECKING' });
  return id;
}

/** Uploads a file, and checks it as a worker does. */
export async function givenChecked(
  api: Api,
  storage: FileStorage,
  actor: Actor = api.admin,
  sent: Sent = {},
): Promise<FileAnswer> {
  const id = await givenUploaded(api, actor, sent);
  await checkFile(api.app.orm, storage, id);
  return fileOf(api, actor, id);
}

export async function fileOf(api: Api, actor: Actor, id: string): Promise<FileAnswer> {
  const { data } = await api.ask<{ file: FileAnswer | null }>(actor, `query ($id: ID!) { file(id: $id) { ${FILE} } }`, {
    id,
  });
  if (!data?.file) throw new Error('There is no such file.');
  return data.file;
}

export const listFiles = (api: Api, actor: Actor, filter: object = {}) =>
  api.ask<{ storedFiles: { items: FileAnswer[]; counts: Record<string, number> } }>(
    actor,
    `query ($filter: StoredFileFilter) {
      storedFiles(filter: $filter, limit: 100) { items { ${FILE} } counts { pending checking ready refused } }
    }`,
    { filter },
  );

interface Linked {
  downloadFile: { url: string; expiresAt: string };
}

export const downloadFile = (api: Api, actor: Actor | undefined, id: string): Promise<Answer<Linked>> =>
  api.ask<Linked>(actor, 'mutation ($id: ID!) { downloadFile(id: $id) { url expiresAt } }', { id });

/** All rows about files, to prove that a refusal changed nothing. */
export const storedFiles = (api: Api): Promise<Record<string, unknown>[]> =>
  api.rows(
    'select id, state, refusal, sha256, claimed_at, upload_started_at is null as is_new from stored_file order by id',
  );

/** Moves the request of an upload into the past. */
export const asIfRequested = (api: Api, id: string, ago: string): Promise<unknown> =>
  withoutTriggers(api, `update stored_file set created_at = now() - $2::interval where id = $1`, [id, ago]);

export const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

/** Adds rows past the API. Null: of the platform. Returns the last ID. */
async function givenFileRows(api: Api, resellerId: string | null, count = 1): Promise<string> {
  let id = '';
  for (let made = 0; made < count; made++) {
    id = uuid();
    await withoutTriggers(
      api,
      `insert into stored_file (id, reseller_id, purpose, name, content_type, bytes, sha256, state, created_by, credential, created_at)
       select $1, $2, 'LOGO', 'logo.png', 'image/png', 4, $3, 'READY', id, 'given', clock_timestamp() from user_account
       where reseller_id is not distinct from $2 limit 1`,
      [id, resellerId, sha256Of(Buffer.from('logo'))],
    );
  }
  return id;
}

async function givenLinkRow(api: Api, { resellerId }: Partner): Promise<void> {
  const fileId = await givenFileRows(api, resellerId);
  await api.rows(
    `insert into file_link (id, reseller_id, file_id, gate, subject_id, credential, created_at, expires_at)
     values ($1, $2, $3, 'file', $3, 'given', now(), now() + interval '5 minutes')`,
    [uuid(), resellerId, fileId],
  );
}

const ofReseller = async (api: Api, { resellerId }: Partner) => ({ id: await givenFileRows(api, resellerId) });

export const fileSamples: Samples = {
  row: givenLinkRow,
  variables: {
    File: ofReseller,
    DownloadFile: ofReseller,
    ListFiles: async (api, { resellerId }, rows) => {
      await givenFileRows(api, resellerId, rows);
      return {};
    },
  },
};
