import { expect, test } from 'vitest';
import type { FilePurpose } from '../../src/files/file.enums.ts';
import { claimFile } from '../../src/files/file.claim.ts';
import { asPlatform } from '../../src/core/database/tenancy.ts';
import { inTransaction } from '../../src/core/database/transaction.ts';
import { useApi } from '../support/api.ts';
import { png } from '../support/files/contents.ts';
import { folderStorage } from '../support/files/storages.ts';
import {
  asIfRequested,
  downloadFile,
  fileOf,
  givenChecked,
  givenUpload,
  givenUploaded,
  listFiles,
  requestUpload,
  storedFiles,
  type Sent,
} from '../support/given/files.ts';
import { givenPartner } from '../support/given/partners.ts';
import { givenAdmin, givenMember } from '../support/given/people.ts';
import { withoutTriggers } from '../support/database.changes.ts';

const { environment, storage } = await folderStorage();
const api = useApi(environment);

const LOGO: Sent = { purpose: 'LOGO', contentType: 'image/png', name: 'logo.png', content: png() };

const codeOf = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;

test('an upload is requested for 15 minutes, and its request is in the audit log', async () => {
  const { actor } = await givenPartner(api);

  const { data } = await requestUpload(api, actor, LOGO);

  const { file, expiresAt } = data?.requestUpload ?? {};
  expect(file).toMatchObject({ ...sentValues(LOGO), state: 'PENDING', sha256: null, refusal: null, claimedAt: null });
  expect(Date.parse(expiresAt ?? '') - Date.parse(file?.createdAt ?? '')).toBe(15 * 60 * 1_000);
  expect(await api.rows('select action from audit_event where target_id = $1', [file?.id])).toEqual([
    { action: 'file.upload_requested' },
  ]);
});

const sentValues = ({ purpose, contentType, name, content }: Sent) => ({
  purpose,
  contentType,
  name,
  bytes: content?.length,
});

test.each([
  ['another type', { contentType: 'image/svg+xml' }, [{ path: 'input.contentType', rule: 'FILE_TYPE' }]],
  ['a type of another purpose', { contentType: 'image/png' }, [{ path: 'input.contentType', rule: 'FILE_TYPE' }]],
  [
    'one byte too many',
    { bytes: 20_000_001 },
    [{ path: 'input.bytes', rule: 'RANGE', params: { min: 1, max: 20_000_000 } }],
  ],
  ['no bytes', { bytes: 0 }, [{ path: 'input.bytes', rule: 'RANGE' }]],
  ['no name', { name: ' ' }, [{ path: 'input.name', rule: 'LENGTH' }]],
])('%s: BAD_USER_INPUT', async (_, sent, fields) => {
  const before = await storedFiles(api);

  const { errors } = await requestUpload(api, api.admin, sent);

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields } }]);
  expect(await storedFiles(api)).toEqual(before);
});

test('each purpose is for admins or for owners', async () => {
  const partner = await givenPartner(api);
  const { actor: member } = await givenMember(api, partner);
  const { actor: finance } = await givenAdmin(api, 'FINANCE');
  const before = await storedFiles(api);

  for (const answer of [
    await requestUpload(api, api.admin, LOGO),
    await requestUpload(api, partner.actor),
    await requestUpload(api, member, LOGO),
    await requestUpload(api, finance),
  ]) {
    expect(codeOf(answer)).toBe('FORBIDDEN');
  }

  expect(await storedFiles(api)).toEqual(before);
});

test('a user has at most 50 files that nothing uses', async () => {
  const { actor } = await givenPartner(api);
  const { id } = await givenUpload(api, actor, LOGO);
  await withoutTriggers(
    api,
    `insert into stored_file (id, reseller_id, purpose, name, content_type, bytes, created_by, credential, created_at)
     select gen_random_uuid(), reseller_id, purpose, name, content_type, bytes, created_by, credential, created_at
     from stored_file, generate_series(1, 49) where id = $1`,
    [id],
  );

  const { errors } = await requestUpload(api, actor, LOGO);

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'UPLOAD_LIMIT' } }]);
});

test('C1: an owner reads files of its account only, and no one else of the account does', async () => {
  const [one, other] = [await givenPartner(api), await givenPartner(api)];
  const { id } = await givenUpload(api, one.actor, LOGO);
  const { id: ofPlatform } = await givenUpload(api);

  const readBy = async (actor: typeof one.actor, fileId: string) =>
    (await api.ask(actor, 'query ($id: ID!) { file(id: $id) { id } }', { id: fileId })).data;
  expect(await readBy(one.actor, id)).toEqual({ file: { id } });
  expect(await readBy(api.admin, id)).toEqual({ file: { id } });
  expect(await readBy(other.actor, id)).toEqual({ file: null });
  expect(await readBy(one.actor, ofPlatform)).toEqual({ file: null });
});

test('admins list files by purpose, state and partner, with the number in each state', async () => {
  const partner = await givenPartner(api);
  const { id: pending } = await givenUpload(api, partner.actor, LOGO);
  const checking = await givenUploaded(api, partner.actor, LOGO);
  const { id: ready } = await givenChecked(api, storage, partner.actor, LOGO);
  const { id: refused } = await givenChecked(api, storage, partner.actor, { ...LOGO, content: png({ width: 10 }) });
  const { id: ofPlatform } = await givenUpload(api);
  const partnerId = partner.resellerId;

  const idsOf = async (filter: object) =>
    (await listFiles(api, api.admin, filter)).data?.storedFiles.items.map(({ id }) => id);
  expect(await idsOf({ partnerId })).toEqual([refused, ready, checking, pending]);
  expect(await idsOf({ partnerId, state: ['READY', 'REFUSED'] })).toEqual([refused, ready]);
  expect(await idsOf({ partnerId, purpose: ['RESOURCE'] })).toEqual([]);
  expect((await idsOf({ purpose: ['AGREEMENT'] }))?.[0]).toBe(ofPlatform);
  const { data } = await listFiles(api, api.admin, { partnerId, state: ['READY'] });
  expect(data?.storedFiles.counts).toEqual({ pending: 1, checking: 1, ready: 1, refused: 1 });
  expect(data?.storedFiles.items[0]).toMatchObject({ uploader: 'Olive Owner', partner: { id: partnerId } });
});

test('only a file that passed the checks can be downloaded, and each link is in the audit log', async () => {
  const unready = await givenUploaded(api);
  const { id } = await givenChecked(api, storage);

  expect((await downloadFile(api, api.admin, unready)).errors).toMatchObject([
    { extensions: { code: 'CONFLICT', reason: 'FILE_NOT_READY' } },
  ]);
  expect(codeOf(await downloadFile(api, api.admin, '01a1e9dd-b612-74f7-b5cf-ed74457a7661'))).toBe('NOT_FOUND');
  expect((await downloadFile(api, api.admin, id)).errors).toBeUndefined();

  const downloads = `select target_id from audit_event where action = 'file.downloaded'`;
  expect(await api.rows(downloads)).toEqual([{ target_id: id }]);
});

const claim = (id: string, resellerId: string | null, purpose = 'LOGO') =>
  inTransaction(asPlatform(api.app.orm.em), (em) => claimFile(em, { id, resellerId, purpose: purpose as FilePurpose }));

test('a file is claimed once', async () => {
  const { actor, resellerId } = await givenPartner(api);
  const { id } = await givenChecked(api, storage, actor, LOGO);

  expect((await claim(id, resellerId)).claimedAt).toBeInstanceOf(Date);

  expect((await fileOf(api, actor, id)).claimedAt).not.toBeNull();
  await expect(claim(id, resellerId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('two claims at once: one wins', async () => {
  const { actor, resellerId } = await givenPartner(api);
  const { id } = await givenChecked(api, storage, actor, LOGO);

  const claims = await Promise.allSettled([claim(id, resellerId), claim(id, resellerId)]);

  expect(claims.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('J5: a claim of a foreign, missing, unready or old file, or for another purpose, is refused and changes nothing', async () => {
  const [{ actor, resellerId }, other] = [await givenPartner(api), await givenPartner(api)];
  const { id } = await givenChecked(api, storage, actor, LOGO);
  const { id: old } = await givenChecked(api, storage, actor, LOGO);
  const unready = await givenUploaded(api, actor, LOGO);
  const { id: refused } = await givenChecked(api, storage, actor, { ...LOGO, content: png({ width: 10 }) });
  await asIfRequested(api, old, '25 hours');
  const before = await storedFiles(api);

  const missing = { code: 'NOT_FOUND' };
  const notReady = { code: 'CONFLICT', details: { reason: 'FILE_NOT_READY' } };
  await expect(claim(id, other.resellerId)).rejects.toMatchObject(missing);
  await expect(claim(id, null)).rejects.toMatchObject(missing);
  await expect(claim(id, resellerId, 'RESOURCE')).rejects.toMatchObject(missing);
  await expect(claim('no id', resellerId)).rejects.toMatchObject(missing);
  await expect(claim(old, resellerId)).rejects.toMatchObject(missing);
  await expect(claim(unready, resellerId)).rejects.toMatchObject(notReady);
  await expect(claim(refused, resellerId)).rejects.toMatchObject(notReady);

  expect(await storedFiles(api)).toEqual(before);
});

test('what is checked and used never changes, also by hand', async () => {
  const { actor, resellerId } = await givenPartner(api);
  const { id } = await givenChecked(api, storage, actor, LOGO);

  await expect(api.rows(`update stored_file set sha256 = repeat('0', 64) where id = $1`, [id])).rejects.toThrow(
    'does not change',
  );
  await claim(id, resellerId);
  await expect(api.rows('update stored_file set claimed_at = null where id = $1', [id])).rejects.toThrow(
    'does not change',
  );
  await expect(api.rows('delete from stored_file where id = $1', [id])).rejects.toThrow('does not change');
});
