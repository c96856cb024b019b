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

// Hand-written SQL behind a check of the token's role. No row-level security, session check or limits.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const ask = async (name, text, values) => (await pool.query({ name, text, values })).rows;

function requireRole({ caller }, role) {
  if (caller?.role !== role) throw new Error('Not allowed.');
  return caller;
}

const newest = (where, limit) => `
  select ${selected(APPLICATION)} from partner_application ${where} order by created_at desc, id desc limit ${limit}`;
const AFTER = newest('where (created_at, id) < ($1, $2)', '$3');
const SEARCH = newest("where search like '%' || lower($1) || '%'", '$2');

const CREATE_CLIENT = `
  insert into client_account (reseller_id, ${CLIENT_INPUT.map(snakeCase).join(', ')})
  values ($1, ${CLIENT_INPUT.map((_, index) => `$${index + 2}`).join(', ')}) returning ${selected(CLIENT)}`;
const AUDIT = `insert into audit_log (actor_id, action, entity_type, entity_id) values ($1, 'client.create', 'ClientAccount', $2)`;

export const resolvers = {
  Query: {
    async viewer(_, __, context) {
      const { sub } = requireRole(context, 'PARTNER');
      const [viewer] = await ask('viewer', `select ${selected(VIEWER)} from user_account where id = $1`, [sub]);
      return viewer;
    },
    async partnerApplications(_, { filter, after, page, limit }, context) {
      requireRole(context, 'ADMIN');
      if (after) return pageOf(await ask('after', AFTER, [...positionOf(after), limit + 1]), limit);
      if (filter.search) return pageOf(await ask('search', SEARCH, [filter.search, limit + 1]), limit);
      const [status] = filter.status;
      const [items, [counted]] = await Promise.all([
        ask(
          'applications',
          `select ${selected(APPLICATION)} from partner_application where status = $1
           order by created_at desc, id desc limit $2 offset $3`,
          [status, limit, (page - 1) * limit],
        ),
        ask('counted applications', 'select sum(count)::int as n from application_stat where status = $1', [status]),
      ]);
      return { items, pageInfo: { totalItems: counted.n, page, limit } };
    },
    async partnerApplication(_, { id }, context) {
      requireRole(context, 'ADMIN');
      const [[application], notes] = await Promise.all([
        ask('application', `select ${selected(APPLICATION)} from partner_application where id = $1`, [id]),
        ask(
          'notes',
          `select ${selected(NOTE)} from partner_application_note where application_id = $1 order by created_at`,
          [id],
        ),
      ]);
      return application && { ...application, notes };
    },
    async clientAccounts(_, { page, limit }, context) {
      const { resellerId } = requireRole(context, 'PARTNER');
      const [items, [counted]] = await Promise.all([
        ask(
          'clients',
          `select ${selected(CLIENT)} from client_account where reseller_id = $1
           order by created_at desc, id desc limit $2 offset $3`,
          [resellerId, limit, (page - 1) * limit],
        ),
        ask('counted clients', 'select count(*)::int as n from client_account where reseller_id = $1', [resellerId]),
      ]);
      return { items, pageInfo: { totalItems: counted.n, page, limit } };
    },
    async partnerApplicationStatistics(_, __, context) {
      requireRole(context, 'ADMIN');
      return statisticsOf(
        await ask(
          'statistics',
          'select status, partnership_type as "partnershipType", count::int as n from application_stat',
        ),
      );
    },
  },
  Mutation: {
    async createClientAccount(_, { input }, context) {
      const { sub, resellerId } = requireRole(context, 'PARTNER');
      const connection = await pool.connect();
      try {
        await connection.query('begin');
        const values = [resellerId, ...CLIENT_INPUT.map((name) => input[name])];
        const { rows } = await connection.query({ name: 'create', text: CREATE_CLIENT, values });
        await connection.query({ name: 'audit', text: AUDIT, values: [sub, rows[0].id] });
        await connection.query('commit');
        return rows[0];
      } catch (error) {
        await connection.query('rollback');
        throw error;
      } finally {
        connection.release();
      }
    },
  },
};
