import { v7 as uuid } from 'uuid';
import type { Actor, Answer, Api, ApiAccess } from '../api.ts';

export interface Application {
  id: string;
  companyName: string;
  contactEmail: string;
  status: string;
  version: number;
  createdAt: string;
  decidedAt: string | null;
}

export const SUBMIT = `mutation Submit($input: SubmitPartnerApplicationInput!, $key: String) {
  submitPartnerApplication(input: $input, idempotencyKey: $key) { applicationId statusUrl confirmation }
}`;

const CHANGE = `mutation Change($id: ID!, $status: ApplicationStatus!, $message: String, $expectedVersion: Int,
  $reopenWithdrawn: Boolean, $ownerEmail: String, $ownerName: String) {
  updatePartnerApplicationStatus(id: $id, status: $status, message: $message, expectedVersion: $expectedVersion,
    reopenWithdrawn: $reopenWithdrawn, ownerEmail: $ownerEmail, ownerName: $ownerName) {
    id companyName contactEmail status version createdAt decidedAt
  }
}`;

/** A valid input with a unique address. */
export const validInput = (more: object = {}) => ({
  companyName: 'Bright Solutions',
  contactName: 'Zoë Hart',
  contactEmail: `zoe-${uuid()}@bright.example`,
  contactPhone: '+49 30 1234567',
  website: 'https://bright.example',
  partnershipType: 'RESELLER',
  companySize: 'SIZE_11_50',
  industry: 'Software',
  motivation: 'We have sold to small companies for ten years.\nThey ask for exactly this.',
  ...more,
});

export const submit = (
  api: ApiAccess,
  input: object,
  key?: string,
): Promise<Answer<{ submitPartnerApplication: { applicationId: string; statusUrl: string; confirmation: string } }>> =>
  api.ask(undefined, SUBMIT, { input, key });

export const changeStatus = (
  api: ApiAccess,
  actor: Actor | undefined,
  variables: {
    id: string;
    status: string;
    message?: string;
    expectedVersion?: number;
    reopenWithdrawn?: boolean;
    ownerEmail?: string;
    ownerName?: string;
  },
): Promise<Answer<{ updatePartnerApplicationStatus: Application }>> => api.ask(actor, CHANGE, variables);

/** Submits an application and returns its ID. */
export async function givenApplication(api: ApiAccess, more: object = {}): Promise<string> {
  const { id } = await givenSubmission(api, more);
  return id;
}

/** Submits an application and returns its ID and the token of its private link. */
export async function givenSubmission(api: ApiAccess, more: object = {}): Promise<{ id: string; token: string }> {
  const { data, errors } = await submit(api, validInput(more));
  if (!data) throw new Error(`The application could not be submitted: ${JSON.stringify(errors)}`);
  const { applicationId: id, statusUrl } = data.submitPartnerApplication;
  return { id, token: tokenOf(statusUrl) };
}

/** The token in a private link: the fragment. */
export const tokenOf = (statusUrl: string): string => new URL(statusUrl).hash.slice(1);

/** All stored data of an application, to prove that a refusal changed nothing. */
export const stored = async (api: Api, id: string): Promise<unknown> => [
  await api.rows('select * from partner_application where id = $1', [id]),
  await api.rows('select * from partner_application_note where application_id = $1', [id]),
  await api.rows('select * from partner_application_status_change where application_id = $1', [id]),
  await api.rows('select * from email_message where application_id = $1 order by id', [id]),
];

/** The number of rows in all tables, to prove that a refusal added nothing. */
export const counts = (api: Api): Promise<Record<string, unknown>[]> =>
  api.rows(`select (select count(*) from partner_application) as applications,
    (select count(*) from email_message) as emails, (select count(*) from pgboss.job) as jobs,
    (select count(*) from idempotency_key) as keys, (select count(*) from user_session) as sessions`);
