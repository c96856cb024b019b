import { v7 as uuid } from 'uuid';
import type { Actor, Answer, Api, ApiAccess } from '../api.ts';
import { givenPartner, type Partner } from './partners.ts';
import type { Samples } from './samples.types.ts';

interface Details {
  companyName: string;
  legalName: string | null;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  countryCode: string | null;
  vatId: string | null;
}

export interface Change {
  id: string;
  status: string;
  before: Details;
  after: Details;
  message: string | null;
  requestedBy: string | null;
  decidedBy: string | null;
  closedAt: string | null;
  version: number;
}

export interface Company extends Details {
  id: string;
  version: number;
  website: string | null;
  phone: string | null;
  description: string | null;
  pendingChange: Change | null;
  lastDecision: Change | null;
}

const DETAILS = 'companyName legalName street postalCode city countryCode vatId';

const CHANGE = `id status before { ${DETAILS} } after { ${DETAILS} } message requestedBy decidedBy closedAt version`;

const COMPANY = `id version website phone description ${DETAILS}
  pendingChange { ${CHANGE} } lastDecision { ${CHANGE} }`;

/** A whole address and tax ID in Germany. */
export const GERMAN = {
  legalName: 'Blue Peak Consulting GmbH',
  street: 'Hauptstraße 12',
  postalCode: '10827',
  city: 'Berlin',
  countryCode: 'DE',
  vatId: 'DE123456789',
};

export const askCompany = (api: ApiAccess, actor: Actor | undefined): Promise<Answer<{ company: Company }>> =>
  api.ask(actor, `{ company { ${COMPANY} } }`);

export async function companyOf(api: ApiAccess, { actor }: Pick<Partner, 'actor'>): Promise<Company> {
  const { data, errors } = await askCompany(api, actor);
  if (!data) throw new Error(`No company: ${JSON.stringify(errors)}`);
  return data.company;
}

export const updateCompany = (
  api: ApiAccess,
  actor: Actor | undefined,
  input: object,
  expectedVersion?: number,
): Promise<Answer<{ updateCompany: Company }>> =>
  api.ask(
    actor,
    `mutation ($input: UpdateCompanyInput!, $expectedVersion: Int) {
      updateCompany(input: $input, expectedVersion: $expectedVersion) { ${COMPANY} }
    }`,
    { input, expectedVersion },
  );

export const withdrawChange = (
  api: ApiAccess,
  actor: Actor | undefined,
  id: string,
): Promise<Answer<{ withdrawCompanyChange: Company }>> =>
  api.ask(actor, `mutation ($id: ID!) { withdrawCompanyChange(id: $id) { ${COMPANY} } }`, { id });

export const decideChange = (
  api: ApiAccess,
  actor: Actor | undefined,
  variables: { id: string; approve: boolean; message?: string | null },
): Promise<Answer<{ decideCompanyChange: Change }>> =>
  api.ask(
    actor,
    `mutation ($id: ID!, $approve: Boolean!, $message: String) {
      decideCompanyChange(id: $id, approve: $approve, message: $message) { ${CHANGE} }
    }`,
    variables,
  );

/** The pending change of an owner, which asks for German data unless told otherwise. */
export async function givenChange(api: ApiAccess, { actor }: Pick<Partner, 'actor'>, wanted: object = GERMAN) {
  const { data, errors } = await updateCompany(api, actor, wanted);
  const change = data?.updateCompany.pendingChange;
  if (!change) throw new Error(`There is no pending change: ${JSON.stringify(errors)}`);
  return change;
}

/** Adds withdrawn changes past the API, which has a limit. */
async function givenChangeRows(api: Api, { resellerId, ownerId }: Partner, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuid());
  const details = (name: string) => JSON.stringify({ ...GERMAN, companyName: name });
  await api.rows(
    `with event as (
       insert into audit_event (id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id, hash)
       values (gen_random_uuid(), $1, now(), 'company.change_requested', 'given@reachgenie.example', $2, 'PARTNER', 'given', 'PartnerAccount', $1, '')
     )
     insert into company_change (reseller_id, id, before, after, status, requested_by, closed_at, created_at, updated_at)
     select $1, id, $4::jsonb, $5::jsonb, 'WITHDRAWN', $2, now(), clock_timestamp() - interval '2 days', now() from unnest($3::uuid[]) as id`,
    [resellerId, ownerId, ids, details('Former name'), details('Wanted name')],
  );
  return ids;
}

const ofNewcomer = async (api: Api) => {
  const { id } = await givenChange(api, await givenPartner(api));
  return { id };
};

/** The pending one of the reseller, which has at most one. */
const ofReseller = async (api: Api, { actor }: Partner) => {
  const { id } = await givenChange(api, { actor }, { ...GERMAN, street: uuid() });
  return { id };
};

export const companySamples: Samples = {
  row: async (api, reseller) => {
    await givenChangeRows(api, reseller, 1);
  },
  variables: {
    CompanyChangeDetails: ofNewcomer,
    CompanyChangeNeighbors: ofNewcomer,
    DecideCompanyChange: ofNewcomer,
    WithdrawCompanyChange: ofReseller,
  },
};
