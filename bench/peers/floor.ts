import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { v7 as uuid } from 'uuid';

// The floor for submissions: no server that stores the same can do less. It checks nothing, knows no limits and no GraphQL. At
// /full it refuses: no server that reads a request and says 503 can do less.
// A process of its own, by Node's own stripping of types; `PORT`, `DATABASE_URL` of the owner.

/** As the product's, one statement for all of it: the application, its two mails, their jobs. Triggers count it as always. */
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
] as const;
type Application = Record<(typeof FIELDS)[number], string | null>;

const { PORT, DATABASE_URL } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });

createServer((request, response) => {
  const answer = (status: number, value: object) => {
    const text = JSON.stringify(value);
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.end(text);
  };
  if (request.url === '/full') return void response.writeHead(503, { 'retry-after': '1', 'content-length': 0 }).end();
  return void bodyOf(request)
    .then((body) => submit(JSON.parse(body) as Application))
    .then(
      (applicationId) => answer(200, { applicationId, confirmation: 'Thank you. We have your application.' }),
      (error: unknown) => answer(500, { errors: String(error) }),
    );
}).listen(Number(PORT), '127.0.0.1');

async function submit(application: Application): Promise<string> {
  const id = uuid();
  const { companyName, contactName, partnershipType } = application;
  const toApplicant = { id, companyName, contactName, partnershipType };
  const values = FIELDS.map((name) => application[name] ?? null);
  const emails = [uuid(), JSON.stringify(toApplicant), uuid(), JSON.stringify({ id, ...application })];
  await pool.query({ name: 'submit', text: SUBMIT, values: [id, ...values, ...emails] });
  return id;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
