import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { ADMIN, type Actor, type Answer, type Api } from '../api.ts';
import type { Partner } from './partners.ts';
import type { Samples } from './samples.types.ts';

export interface Version {
  id: string;
  number: number;
  sha256: string;
  changes: string | null;
  publishedAt: string;
  bindingFrom: string;
  withdrawnAt: string | null;
  isCountersigned: boolean;
}

export interface State {
  id: string;
  title: string;
  status: 'OPEN' | 'UPCOMING' | 'ACCEPTED';
  isBlocking: boolean;
  isRequired: boolean;
  isNegotiated: boolean;
  version: Version;
  acceptances: { versionId: string; versionNumber: number; name: string; title: string; acceptedAt: string }[];
}

interface Acceptance {
  id: string;
  versionId: string;
  agreementTitle: string;
  versionNumber: number;
  name: string;
  title: string;
  sha256: string;
  acceptedAt: string;
}

const VERSION = 'id number sha256 changes publishedAt bindingFrom withdrawnAt isCountersigned';

export const createAgreement = (
  api: Api,
  actor: Actor | undefined,
  input: object = {},
): Promise<Answer<{ createAgreement: { id: string } }>> =>
  api.ask(
    actor,
    `mutation ($input: CreateAgreementInput!) {
      createAgreement(input: $input) { id title partnershipTypes isRequired createdAt partner { id } versions { id } }
    }`,
    { input: { title: 'Reseller agreement', isRequired: true, ...input } },
  );

/** Required of all resellers by default. */
export async function givenAgreement(api: Api, input: object = { partnershipTypes: ['RESELLER'] }): Promise<string> {
  const { data, errors } = await createAgreement(api, api.admin, input);
  if (!data) throw new Error(`The agreement could not be created: ${JSON.stringify(errors)}`);
  return data.createAgreement.id;
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Adds a checked PDF past the upload, and returns its ID. Its hash is that of the ID. */
export async function givenPdf(
  api: Api,
  { state = 'READY', resellerId = null as string | null } = {},
): Promise<string> {
  const id = uuid();
  await api.rows(
    `with event as (
       insert into audit_event (id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id, hash)
       values (gen_random_uuid(), $4, now(), 'file.upload_requested', 'given@reachgenie.example', $1, 'ADMIN', 'given', 'StoredFile', $1, '')
     )
     insert into stored_file (id, reseller_id, purpose, name, content_type, bytes, sha256, state, created_by, credential, created_at)
     select $1, $4, 'AGREEMENT', 'agreement.pdf', 'application/pdf', 1000, $2, $3, id, 'given', now() - interval '1 hour' -- so that lists begin with the files of partners
     from user_account where email = $5`,
    [id, hashOf(id), state, resellerId, ADMIN.email],
  );
  return id;
}

export const publish = (
  api: Api,
  actor: Actor | undefined,
  input: object,
): Promise<Answer<{ publishAgreementVersion: Version }>> =>
  api.ask(
    actor,
    `mutation ($input: PublishAgreementVersionInput!) { publishAgreementVersion(input: $input) { ${VERSION} } }`,
    { input },
  );

/** Publishes a version with a new PDF. A first one binds at once by default. */
export async function givenVersion(api: Api, agreementId: string, input: object = {}): Promise<Version> {
  const fileId = await givenPdf(api);
  const { data, errors } = await publish(api, api.admin, { agreementId, fileId, ...input });
  if (!data) throw new Error(`The version could not be published: ${JSON.stringify(errors)}`);
  return data.publishAgreementVersion;
}

/** A required agreement of all resellers that binds. */
export async function givenBinding(api: Api, input?: object): Promise<{ agreementId: string; version: Version }> {
  const agreementId = await givenAgreement(api, input);
  return { agreementId, version: await givenVersion(api, agreementId) };
}

interface Times {
  number?: number;
  /** Intervals from now, such as `-40 days`. */
  published?: string;
  binding: string;
}

/** Adds a version with other times past the API, and returns its ID. */
export async function givenVersionRow(
  api: Api,
  agreementId: string,
  { number = 1, published = '-90 days', binding }: Times,
): Promise<{ id: string; sha256: string }> {
  const id = uuid();
  const fileId = await givenPdf(api);
  await api.rows(
    `with event as (
       insert into audit_event (id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id, hash)
       values (gen_random_uuid(), now(), 'agreement.version_published', 'given@reachgenie.example', $1, 'ADMIN', 'given', 'Agreement', $1, '')
     )
     insert into agreement_version (id, agreement_id, number, file_id, sha256, published_at, binding_from)
     values ($1, $2, $3, $4, $5, now() + $6::interval, now() + $7::interval)`,
    [id, agreementId, number, fileId, hashOf(fileId), published, binding],
  );
  return { id, sha256: hashOf(fileId) };
}

export const withdraw = (
  api: Api,
  actor: Actor | undefined,
  id: string,
): Promise<Answer<{ withdrawAgreementVersion: Version }>> =>
  api.ask(actor, `mutation ($id: ID!) { withdrawAgreementVersion(id: $id) { ${VERSION} } }`, { id });

export const countersign = (
  api: Api,
  actor: Actor | undefined,
  variables: { versionId: string; fileId: string },
): Promise<Answer<{ addCountersignedCopy: Version }>> =>
  api.ask(
    actor,
    `mutation ($versionId: ID!, $fileId: ID!) { addCountersignedCopy(versionId: $versionId, fileId: $fileId) { ${VERSION} } }`,
    variables,
  );

export const accept = (
  api: Api,
  actor: Actor | undefined,
  { id, sha256 }: { id: string; sha256: string },
  input: object = {},
): Promise<Answer<{ acceptAgreement: Acceptance }>> =>
  api.ask(
    actor,
    `mutation ($input: AcceptAgreementInput!) {
      acceptAgreement(input: $input) { id versionId agreementTitle versionNumber name title sha256 acceptedAt }
    }`,
    { input: { versionId: id, sha256, name: 'Olive Owner', title: 'Managing Director', ...input } },
  );

export async function agreementsOf(api: Api, actor: Actor): Promise<State[]> {
  const { data } = await api.ask<{ agreements: State[] }>(
    actor,
    `{ agreements { id title status isBlocking isRequired isNegotiated version { ${VERSION} }
      acceptances { versionId versionNumber name title acceptedAt } } }`,
  );
  return data?.agreements ?? [];
}

export const download = (
  api: Api,
  actor: Actor | undefined,
  versionId: string,
  isCountersigned = false,
): Promise<Answer<{ downloadAgreement: { url: string; expiresAt: string } }>> =>
  api.ask(
    actor,
    `mutation ($versionId: ID!, $isCountersigned: Boolean!) {
      downloadAgreement(versionId: $versionId, isCountersigned: $isCountersigned) { url expiresAt }
    }`,
    { versionId, isCountersigned },
  );

/** All stored data of agreements, to prove that a refusal changed nothing. */
export const storedAgreements = (api: Pick<Api, 'rows'>): Promise<Record<string, unknown>[]> =>
  api.rows(`select (select jsonb_agg(each order by id) from agreement as each) as agreements,
    (select jsonb_agg(each order by id) from agreement_version as each) as versions,
    (select jsonb_agg(each order by id) from agreement_acceptance as each) as acceptances,
    (select count(*) from stored_file where claimed_at is not null) as claimed,
    (select count(*) from email_message where template like 'agreement.%') as emails,
    (select count(*) from audit_event where action like 'agreement.%') as events`);

/** An optional agreement that was negotiated with a reseller, so that it hinders no other test. */
const negotiated = (api: Api, { resellerId }: Partner): Promise<string> =>
  givenAgreement(api, { title: 'Special terms', partnerId: resellerId, isRequired: false });

async function acceptedVersion(api: Api, partner: Partner): Promise<Version> {
  const version = await givenVersion(api, await negotiated(api, partner));
  await accept(api, partner.actor, version);
  return version;
}

export const agreementSamples: Samples = {
  row: acceptedVersion,
  variables: {
    ListAgreements: async (api, partner, rows) => {
      for (let row = 0; row < rows; row++) await acceptedVersion(api, partner);
      return {};
    },
    AgreementDetails: async (api, partner) => {
      const id = await negotiated(api, partner);
      await givenVersion(api, id);
      return { id };
    },
    ListAgreementAcceptances: async (_api, { resellerId }) => ({ filter: { partnerId: resellerId } }),
    CreateAgreement: async (_api, { resellerId }) => ({
      input: { title: 'Special terms', partnerId: resellerId, isRequired: false },
    }),
    PublishAgreementVersion: async (api, partner) => ({
      input: { agreementId: await negotiated(api, partner), fileId: await givenPdf(api) },
    }),
    WithdrawAgreementVersion: async (api, partner) => {
      const bindingFrom = new Date(Date.now() + 86_400_000).toISOString();
      return { id: (await givenVersion(api, await negotiated(api, partner), { bindingFrom })).id };
    },
    AddCountersignedCopy: async (api, partner) => ({
      versionId: (await givenVersion(api, await negotiated(api, partner))).id,
      fileId: await givenPdf(api),
    }),
    AcceptAgreement: async (api, partner) => {
      const { id: versionId, sha256 } = await givenVersion(api, await negotiated(api, partner));
      return { input: { versionId, sha256, name: 'Olive Owner', title: 'Managing Director' } };
    },
    DownloadAgreement: async (api, partner) => ({ versionId: (await acceptedVersion(api, partner)).id }),
    ExportAgreementAcceptances: async (_api, { resellerId }) => ({ filter: { partnerId: resellerId } }),
  },
};
