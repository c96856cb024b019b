import type { Person } from './person.ts';

/** Rows of a table that are about a person. */
export interface PersonalTable {
  table: string;
  /** Condition on its rows. `$1`: a text[], `$2`: a uuid[]. */
  whose: string;
  /** Columns that must not leave the database: secrets, and values that others derive. */
  hidden?: readonly string[];
  values: (person: Person) => [addresses: string[], ids: string[]];
  /** Whether an erasure deletes the rows. Those of other tables stay, and lose their personal values. */
  isDeleted?: true;
}

const anyOf = (person: Person, ...kinds: ('users' | 'applications' | 'clients' | 'partners' | 'apiKeys')[]) =>
  kinds.flatMap((kind) => person[kind]);

/** Whether a text has an ID of the person's. */
const names = (text: string) => `exists (select from unnest($2::uuid[]) as id where position(id::text in ${text}) > 0)`;

/** A whole value in JSON, so that no longer address of someone else is found. */
const isIn = (json: string) =>
  `exists (select from unnest($1::text[]) as address where position('"' || address || '"' in lower(${json}::text)) > 0)`;

/** A test compares them with the tables of the database, so that none is forgotten. */
export const personalTables: readonly PersonalTable[] = [
  {
    table: 'user_account',
    whose: 'id = any ($2)',
    hidden: ['password_hash', 'mailbox', 'mailbox_rank'],
    values: (person) => [[], anyOf(person, 'users')],
  },
  {
    table: 'user_session',
    whose: 'user_id = any ($2)',
    values: (person) => [[], anyOf(person, 'users')],
    isDeleted: true,
  },
  {
    table: 'user_token',
    whose: 'user_id = any ($2)',
    values: (person) => [[], anyOf(person, 'users')],
    isDeleted: true,
  },
  {
    table: 'second_factor',
    whose: 'user_id = any ($2)',
    hidden: ['secret'],
    values: (person) => [[], anyOf(person, 'users')],
    isDeleted: true,
  },
  {
    table: 'recovery_code',
    whose: 'user_id = any ($2)',
    hidden: ['code_hash'],
    values: (person) => [[], anyOf(person, 'users')],
    isDeleted: true,
  },
  {
    table: 'api_key',
    whose: 'id = any ($2)',
    hidden: ['secret_hash'],
    values: (person) => [[], anyOf(person, 'apiKeys')],
  },
  {
    table: 'api_key_use',
    whose: 'api_key_id = any ($2)',
    values: (person) => [[], anyOf(person, 'apiKeys')],
    isDeleted: true,
  },
  {
    table: 'partner_account',
    whose: 'id = any ($2)',
    hidden: ['search'],
    values: (person) => [[], anyOf(person, 'partners')],
  },
  {
    table: 'client_account',
    whose: 'id = any ($2)',
    hidden: ['search', 'contact_mailbox', 'mailbox_rank'],
    values: (person) => [[], anyOf(person, 'clients')],
  },
  {
    // An answer of the product may repeat what it was sent.
    table: 'client_provisioning',
    whose: 'client_id = any ($2)',
    values: (person) => [[], anyOf(person, 'clients')],
  },
  {
    table: 'client_access_session',
    whose: 'user_id = any ($2) or client_id = any ($2)',
    values: (person) => [[], anyOf(person, 'users', 'clients')],
  },
  {
    table: 'onboarding_step',
    whose: 'done_by = any ($2) or client_id = any ($2)',
    values: (person) => [[], anyOf(person, 'users', 'clients')],
  },
  {
    table: 'company_change',
    whose: 'requested_by = any ($2) or decided_by = any ($2) or reseller_id = any ($2)',
    values: (person) => [[], anyOf(person, 'users', 'partners')],
  },
  {
    // Proof of a contract. It keeps the typed name: decision 91.
    table: 'agreement_acceptance',
    whose: 'user_id = any ($2)',
    values: (person) => [[], anyOf(person, 'users')],
  },
  {
    table: 'agreement_notice',
    whose: 'user_id = any ($2)',
    values: (person) => [[], anyOf(person, 'users')],
  },
  {
    table: 'tier_assignment',
    whose: 'decided_by = any ($2)',
    values: (person) => [[], anyOf(person, 'users')],
  },
  {
    table: 'tier_terms',
    whose: 'published_by = any ($2)',
    values: (person) => [[], anyOf(person, 'users')],
  },
  {
    table: 'partner_application',
    whose: 'id = any ($2)',
    hidden: ['search', 'contact_mailbox', 'mailbox_rank'],
    values: (person) => [[], anyOf(person, 'applications')],
  },
  {
    table: 'partner_application_note',
    whose: 'application_id = any ($2)',
    values: (person) => [[], anyOf(person, 'applications')],
  },
  {
    table: 'partner_note',
    whose: 'account_id = any ($2)',
    values: (person) => [[], anyOf(person, 'partners')],
    isDeleted: true,
  },
  {
    table: 'partner_application_status_change',
    whose: 'application_id = any ($2)',
    values: (person) => [[], anyOf(person, 'applications')],
  },
  {
    table: 'notification',
    whose: 'user_id = any ($2) or actor_id = any ($2) or subject_id = any ($2) or lower(subject_name) = any ($1)',
    values: (person) => [person.addresses, person.ids],
    isDeleted: true,
  },
  {
    table: 'notification_setting',
    whose: 'user_id = any ($2)',
    values: (person) => [[], anyOf(person, 'users')],
    isDeleted: true,
  },
  {
    table: 'email_message',
    // Summaries of notifications name what they are about by its ID.
    whose: `application_id = any ($2) or lower(recipient) = any ($1) or ${isIn('data')}
      or template = 'notification.summary' and ${names('data::text')}`,
    values: (person) => [person.addresses, person.ids],
    isDeleted: true,
  },
  {
    table: 'audit_event',
    whose: `actor_id = any ($2) or target_id = any ($2) or lower(actor_email) = any ($1) or ${isIn('changes')}`,
    hidden: ['hash', 'transaction_id', 'chain_id', 'sequence'],
    values: (person) => [person.addresses, person.ids],
  },
  {
    table: 'idempotency_key',
    whose: isIn('answer'),
    hidden: ['key_hash', 'input_hash'],
    values: (person) => [person.addresses, []],
    isDeleted: true,
  },
  {
    table: 'saved_view',
    whose: `user_id = any ($2) or ${isIn('search')}`,
    values: (person) => [person.addresses, anyOf(person, 'users')],
    isDeleted: true,
  },
  {
    // The pages that others opened last have names of the person's objects.
    table: 'interface_state',
    whose: `user_id = any ($2) or ${names('value')}`,
    values: (person) => [[], person.ids],
    isDeleted: true,
  },
  {
    table: 'draft',
    whose: `user_id = any ($2) or ${names('key')}`,
    values: (person) => [[], anyOf(person, 'users', 'applications', 'clients')],
    isDeleted: true,
  },
  {
    table: 'stored_file',
    whose: 'created_by = any ($2)',
    hidden: ['credential'],
    values: (person) => [[], anyOf(person, 'users')],
  },
  {
    // Deliveries go with their messages. A receiver can repeat an address in its answer.
    table: 'webhook_message',
    whose: `${isIn('payload')} or ${names('payload')}`,
    values: (person) => [person.addresses, person.ids],
    isDeleted: true,
  },
  {
    table: 'webhook_delivery',
    whose: 'exists (select from unnest($1::text[]) as address where position(address in lower(tries::text)) > 0)',
    values: (person) => [person.addresses, []],
    isDeleted: true,
  },
  { table: 'list_export', whose: isIn('filter'), values: (person) => [person.addresses, []], isDeleted: true },
  { table: 'application_export', whose: isIn('filter'), values: (person) => [person.addresses, []], isDeleted: true },
  { table: 'pgboss.job', whose: isIn('data'), values: (person) => [person.addresses, []], isDeleted: true },
];

/** The rows about a person. Both values are named, because PostgreSQL wants a type for each. */
const conditionOf = ({ whose }: PersonalTable) => `(${whose}) and $1::text[] is not null and $2::uuid[] is not null`;

/** Selects the rows about a person, without secrets. */
export function selectionOf(described: PersonalTable, person: Person) {
  const { table, hidden = [], values } = described;
  const row = `to_jsonb(stored) - '{${hidden.join(',')}}'::text[]`;
  return {
    text: `select ${row} as row from ${table} as stored where ${conditionOf(described)}`,
    values: values(person),
  };
}

/** Deletes the rows about a person. */
export const deletionOf = (described: PersonalTable, person: Person) => ({
  text: `delete from ${described.table} where ${conditionOf(described)}`,
  values: described.values(person),
});
