import mercurius from 'mercurius';
import pg from 'pg';
import {
  APPLICATION,
  CLIENT,
  CLIENT_INPUT,
  NOTE,
  pageOf,
  positionOf,
  selected,
  snakeCase,
  statisticsOf,
  VIEWER,
} from '../columns.ts';

// The product's duties in the simplest way, on its own tables: each request is a transaction with a role under
// row-level security, checks the session, reads or writes, and audits a write.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const LIMIT = 999_999;
const MINUTE_MS = 60_000;
const calls = new Map();
let minuteEnds = 0;

function countCall(userId) {
  const now = Date.now();
  if (now >= minuteEnds) {
    calls.clear();
    minuteEnds = now + MINUTE_MS;
  }
  const count = (calls.get(userId) ?? 0) + 1;
  calls.set(userId, count);
  if (count > LIMIT) throw failure('Too many requests.', 'RATE_LIMITED');
}

const failure = (message, code) => new mercurius.ErrorWithProps(message, { code });

function requireRole({ caller }, role) {
  if (!caller) throw failure('Sign in.', 'UNAUTHENTICATED');
  if (caller.role !== role) throw failure('Not allowed.', 'FORBIDDEN');
  countCall(caller.sub);
  return caller;
}

const OPEN_PLATFORM = `
  select set_config('role', 'reachgenie_platform', true), set_config('reachgenie.caller', $1, true), require_caller($1)`;
const OPEN_TENANT = `
  select set_config('role', 'reachgenie_tenant', true), set_config('reachgenie.caller', $1, true),
    set_config('mikro.tenant.resellerId', $2, true), require_caller($1)`;

async function asCaller({ role, credential, resellerId }, begin, work) {
  const connection = await pool.connect();
  try {
    await connection.query(begin);
    await connection.query(
      role === 'ADMIN'
        ? { name: 'platform', text: OPEN_PLATFORM, values: [credential] }
        : { name: 'tenant', text: OPEN_TENANT, values: [credential, resellerId] },
    );
    const result = await work(async (name, text, values) => (await connection.query({ name, text, values })).rows);
    await connection.query('commit');
    return result;
  } catch (error) {
    await connection.query('rollback');
    throw error;
  } finally {
    connection.release();
  }
}

const READ = 'begin read only';
const WRITE = 'begin';

const COUNTERS = `(
    select n, status, partnership_type from partner_application_count where resolution = 'all' and day = '-infinity'
    union all select n, status, partnership_type from partner_application_delta
  ) as counted`;
const newest = (where, limit) => `
  select ${selected(APPLICATION)} from partner_application ${where} order by created_at desc, id desc limit ${limit}`;
const AFTER = newest('where (created_at, id) < ($1, $2)', '$3');
const SEARCH = newest("where search like '%' || fold_text($1) || '%'", '$2');

const CREATE_CLIENT = `
  insert into client_account (id, reseller_id, ${CLIENT_INPUT.map(snakeCase).join(', ')}, subscription_status,
    billing_owned_by_reseller, version, created_at, updated_at)
  values (uuidv7(), $1, ${CLIENT_INPUT.map((_, index) => `$${index + 2}`).join(', ')}, 'ACTIVE', true, 1, now(), now())
  returning ${selected(CLIENT)}`;
const AUDIT = `
  insert into audit_event (id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type,
    target_id, changes, ip_address, request_id)
  values (uuidv7(), $1, now(), 'client.created', $2, $3, 'PARTNER', $4, 'ClientAccount', $5, $6, $7, $8)`;

export const resolvers = {
  Query: {
    viewer(_, __, context) {
      const caller = requireRole(context, 'PARTNER');
      return asCaller(caller, READ, async (ask) => {
        const text = `select ${selected(VIEWER)} from user_account where id = $1`;
        const [viewer] = await ask('viewer', text, [caller.sub]);
        return viewer;
      });
    },
    partnerApplications(_, { filter, after, page, limit }, context) {
      return asCaller(requireRole(context, 'ADMIN'), READ, async (ask) => {
        if (after) return pageOf(await ask('after', AFTER, [...positionOf(after), limit + 1]), limit);
        if (filter.search) return pageOf(await ask('search', SEARCH, [filter.search, limit + 1]), limit);
        const [status] = filter.status;
        const items = await ask(
          'applications',
          `select ${selected(APPLICATION)} from partner_application where status = $1
           order by created_at desc, id desc limit $2 offset $3`,
          [status, limit, (page - 1) * limit],
        );
        const [counted] = await ask(
          'counted applications',
          `select coalesce(sum(n), 0)::int as n from ${COUNTERS} where status = $1`,
          [status],
        );
        return { items, pageInfo: { totalItems: counted.n, page, limit } };
      });
    },
    partnerApplication(_, { id }, context) {
      return asCaller(requireRole(context, 'ADMIN'), READ, async (ask) => {
        const [application] = await ask(
          'application',
          `select ${selected(APPLICATION)} from partner_application where id = $1`,
          [id],
        );
        const notes = await ask(
          'notes',
          `select ${selected(NOTE)} from partner_application_note where application_id = $1 order by created_at`,
          [id],
        );
        return application && { ...application, notes };
      });
    },
    clientAccounts(_, { page, limit }, context) {
      const caller = requireRole(context, 'PARTNER');
      return asCaller(caller, READ, async (ask) => {
        const items = await ask(
          'clients',
          `select ${selected(CLIENT)} from client_account where reseller_id = $1
           order by created_at desc, id desc limit $2 offset $3`,
          [caller.resellerId, limit, (page - 1) * limit],
        );
        const [counted] = await ask(
          'counted clients',
          'select count(*)::int as n from client_account where reseller_id = $1',
          [caller.resellerId],
        );
        return { items, pageInfo: { totalItems: counted.n, page, limit } };
      });
    },
    partnerApplicationStatistics(_, __, context) {
      return asCaller(requireRole(context, 'ADMIN'), READ, async (ask) =>
        statisticsOf(
          await ask(
            'statistics',
            `select status, partnership_type as "partnershipType", sum(n)::int as n from ${COUNTERS} group by 1, 2`,
          ),
        ),
      );
    },
  },
  Mutation: {
    createClientAccount(_, { input }, context) {
      const caller = requireRole(context, 'PARTNER');
      const { sub, email, credential, resellerId } = caller;
      return asCaller(caller, WRITE, async (ask) => {
        const [client] = await ask('create', CREATE_CLIENT, [resellerId, ...CLIENT_INPUT.map((name) => input[name])]);
        const changes = Object.fromEntries(Object.entries(client).map(([name, to]) => [name, { to }]));
        const { ip, id } = context;
        await ask('audit', AUDIT, [resellerId, email, sub, credential, client.id, JSON.stringify(changes), ip, id]);
        return client;
      });
    },
  },
};
