import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import knex from 'knex';
import { APPLICATION, CLIENT, CLIENT_INPUT, NOTE, pageOf, positionOf, snakeCase, VIEWER } from '../columns.ts';

// A query builder behind a check of the token's role. Lists and statistics count rows.

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL, pool: { min: 2, max: 10 } });

const columnsOf = (names) => Object.fromEntries(names.map((name) => [name, snakeCase(name)]));
const [application, client, note, viewer] = [APPLICATION, CLIENT, NOTE, VIEWER].map(columnsOf);

function requireRole({ caller }, role) {
  if (!caller) throw new GraphQLError('Sign in.', { extensions: { code: 'UNAUTHENTICATED' } });
  if (caller.role !== role) throw new GraphQLError('Not allowed.', { extensions: { code: 'FORBIDDEN' } });
  return caller;
}

const NEWEST_FIRST = [
  { column: 'created_at', order: 'desc' },
  { column: 'id', order: 'desc' },
];

async function countedPageOf(rows, columns, { page, limit }) {
  const [items, { total }] = await Promise.all([
    rows
      .clone()
      .select(columns)
      .orderBy(NEWEST_FIRST)
      .limit(limit)
      .offset((page - 1) * limit),
    rows.clone().count({ total: '*' }).first(),
  ]);
  return { items, pageInfo: { totalItems: Number(total), page, limit } };
}

const countsBy = async (field) => {
  const rows = await db('partner_application')
    .select({ [field]: snakeCase(field) })
    .count({ count: '*' })
    .groupBy(snakeCase(field));
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
};

/** The notes of applications, by one query for all of a request. */
export const noteLoader = () =>
  new DataLoader(async (ids) => {
    const rows = await db('partner_application_note')
      .select({ ...note, applicationId: 'application_id' })
      .whereIn('application_id', ids)
      .orderBy('created_at');
    const notesOf = Map.groupBy(rows, ({ applicationId }) => applicationId);
    return ids.map((id) => notesOf.get(id) ?? []);
  });

export const resolvers = {
  Query: {
    viewer(_, __, context) {
      const { sub } = requireRole(context, 'PARTNER');
      return db('user_account').select(viewer).where({ id: sub }).first();
    },
    async partnerApplications(_, { filter, after, limit, page }, context) {
      requireRole(context, 'ADMIN');
      const rows = db('partner_application');
      const newest = () =>
        rows
          .select(application)
          .orderBy(NEWEST_FIRST)
          .limit(limit + 1);
      if (after) {
        rows.whereRaw('(created_at, id) < (?, ?)', positionOf(after));
        return pageOf(await newest(), limit);
      }
      if (filter.search) {
        rows.whereLike('search', `%${filter.search.toLowerCase()}%`);
        return pageOf(await newest(), limit);
      }
      return countedPageOf(rows.whereIn('status', filter.status), application, { page, limit });
    },
    partnerApplication(_, { id }, context) {
      requireRole(context, 'ADMIN');
      return db('partner_application').select(application).where({ id }).first();
    },
    clientAccounts(_, range, context) {
      const { resellerId } = requireRole(context, 'PARTNER');
      return countedPageOf(db('client_account').where({ reseller_id: resellerId }), client, range);
    },
    partnerApplicationStatistics(_, __, context) {
      requireRole(context, 'ADMIN');
      return {};
    },
  },
  PartnerApplication: {
    notes: ({ id }, _, { notes }) => notes.load(id),
  },
  PartnerApplicationStatistics: {
    total: async () => Number((await db('partner_application').count({ total: '*' }).first()).total),
    byStatus: () => countsBy('status'),
    byPartnershipType: () => countsBy('partnershipType'),
  },
  Mutation: {
    createClientAccount(_, { input }, context) {
      const { sub, resellerId } = requireRole(context, 'PARTNER');
      const values = Object.fromEntries(CLIENT_INPUT.map((name) => [snakeCase(name), input[name]]));
      return db.transaction(async (transaction) => {
        const [created] = await transaction('client_account')
          .insert({ ...values, reseller_id: resellerId })
          .returning(CLIENT.map((name) => `${snakeCase(name)} as ${name}`));
        await transaction('audit_log').insert({
          actor_id: sub,
          action: 'client.create',
          entity_type: 'ClientAccount',
          entity_id: created.id,
        });
        return created;
      });
    },
  },
};
