import { CLIENT_INPUT, positionOf, snakeCase } from '../columns.ts';
import { pool, serveBare, type BareRequest, type Caller } from './bare.server.ts';

export const LIMIT = 20;

/** Values for each operation's statement. */
const VALUES: Record<string, (caller: Caller, request: BareRequest) => unknown[] | Promise<unknown[]>> = {
  'list-total': (_, { query }) => [query.get('status'), LIMIT, offsetOf(query)],
  'list-narrow': (_, { query }) => [query.get('status'), LIMIT, offsetOf(query)],
  'list-cursor': (_, { query }) => [...positionOf(query.get('after') ?? ''), LIMIT],
  'search-one': (_, { query }) => [query.get('search'), LIMIT],
  'search-many': (_, { query }) => [query.get('search'), LIMIT],
  details: (_, { query }) => [query.get('id')],
  clients: ({ resellerId }, { query }) => [resellerId, LIMIT, offsetOf(query)],
  'viewer-clients': ({ userId, resellerId }, { query }) => [resellerId, LIMIT, offsetOf(query), userId],
  statistics: () => [],
  'create-client': async ({ userId, resellerId }, { body }) => {
    const input = await body();
    return [userId, resellerId, ...CLIENT_INPUT.map((name) => input[name])];
  },
};

const offsetOf = (query: URLSearchParams) => (Number(query.get('page')) - 1) * LIMIT;

/** A client and its audit row in one statement. */
export const createClient = (returned: string): string => `
  with client as (
    insert into client_account (reseller_id, ${CLIENT_INPUT.map(snakeCase).join(', ')})
    values ($2, ${CLIENT_INPUT.map((_, index) => `$${index + 3}`).join(', ')}) returning *
  ), audited as (
    insert into audit_log (actor_id, action, entity_type, entity_id)
    select $1, 'client.create', 'ClientAccount', id from client
  )
  select ${returned} from client`;

/** Serves operations of one prepared statement each. `textOf` creates the answer from its rows. */
export function serveStatements<Row extends object>(
  statements: Record<string, string>,
  textOf: (operation: string, rows: Row[]) => string,
): void {
  serveBare(async (request) => {
    const { path } = request;
    const [text, valuesOf] = [statements[path], VALUES[path]];
    if (!text || !valuesOf) throw new Error('Unknown operation.');
    const { rows } = await pool.query<Row>({ name: path, text, values: await valuesOf(request.caller(), request) });
    return textOf(path, rows);
  });
}
