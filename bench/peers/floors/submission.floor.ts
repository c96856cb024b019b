import { v7 as uuid } from 'uuid';
import { pool, serveBare } from './bare.server.ts';

// One statement stores everything that the product stores for a submission, without checks and limits.

/** The application, its two emails and their jobs. Triggers count it as usual. */
const SUBMIT = `
  with application as (
    insert into partner_application (id, company_name, contact_name, contact_email, contact_phone, website, partnership_type,
      company_size, industry, current_solutions, target_market, motivation, additional_information, status, version,
      created_at, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'PENDING', 1, now(), now())
  ), email as (
    insert into email_message (id, application_id, recipient, template, data, status, tries, created_at)
    values ($14, $1, $4, 'application.received', $15, 'QUEUED', 0, now()),
      ($16, $1, 'team@reachgenie.example', 'application.submitted', $17, 'QUEUED', 0, now())
    returning id
  )
  insert into pgboss.job_common (name, data, expire_seconds, deletion_seconds, keep_until, retry_limit, retry_delay,
    retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
  select queue.name, jsonb_build_object('id', email.id), expire_seconds, deletion_seconds,
    now() + retention_seconds * interval '1s', retry_limit, retry_delay, retry_backoff, retry_delay_max, policy,
    dead_letter, heartbeat_seconds
  from email, pgboss.queue where queue.name = 'email'`;

const FIELDS = [
  'companyName',
  'contactName',
  'contactEmail',
  'contactPhone',
  'website',
  'partnershipType',
  'companySize',
  'industry',
  'currentSolutions',
  'targetMarket',
  'motivation',
  'additionalInformation',
];

serveBare(async ({ body }) => {
  const application = await body();
  const id = uuid();
  const { companyName, contactName, partnershipType } = application;
  const toApplicant = { id, companyName, contactName, partnershipType };
  const values = FIELDS.map((name) => application[name] ?? null);
  const emails = [uuid(), JSON.stringify(toApplicant), uuid(), JSON.stringify({ id, ...application })];
  await pool.query({ name: 'submit', text: SUBMIT, values: [id, ...values, ...emails] });
  return JSON.stringify({ applicationId: id, confirmation: 'Thank you. We have your application.' });
});
