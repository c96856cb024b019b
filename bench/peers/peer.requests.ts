import { requestsOf } from '../load/contender.ts';
import type { LoadRequest } from '../load/load.ts';
import type { Sample } from '../product/sample.ts';
import type { Operation } from '../trials/operation.ts';
import { APPLICATION, CLIENT, NOTE } from './columns.ts';
import type { PeerTokens } from './peer.tokens.ts';

/** Requests for an operation of a peer, for the same rows as the product's. Undefined if the peer lacks the operation. */
export type Dialect = (operation: Operation, sample: Sample, tokens: PeerTokens) => LoadRequest[] | undefined;

/** Variables of the operations that peers have. */
interface Variables {
  id?: string;
  page?: number;
  after?: string;
  filter?: { status?: string[]; search?: string };
  input?: object;
}

const PAGE_SIZE = 20;
/** The floor whose JSON PostgreSQL creates has these only. */
const BY_SQL = ['list-total', 'details', 'clients', 'statistics', 'create-client'];
const SHARED = [...BY_SQL, 'list-narrow', 'list-cursor', 'search-one', 'search-many', 'viewer-clients'];

const callerOf = ({ as }: Operation, { admin, resellers }: PeerTokens, index: number) => {
  const reseller = resellers[index % resellers.length];
  return { resellerId: reseller?.id, token: as === 'admin' ? admin : reseller?.token };
};

/** graphql-jit ignores defaults of required variables. */
const DEFAULTS = { sortBy: 'CREATED_AT', page: 1 };

/** The product's own requests. */
export const asGraphql: Dialect = (operation, sample, tokens) =>
  SHARED.includes(operation.name)
    ? requestsOf((index) => ({
        method: 'POST',
        path: '/graphql',
        token: callerOf(operation, tokens, index).token,
        body: JSON.stringify({
          query: operation.document,
          variables: { ...DEFAULTS, ...operation.variables(sample, index) },
        }),
      }))
    : undefined;

/** A path named like the operation. */
export const asPaths: Dialect = (operation, sample, tokens) =>
  SHARED.includes(operation.name)
    ? requestsOf((index) => {
        const { id, page, after, filter, input } = operation.variables(sample, index) as Variables;
        const { token } = callerOf(operation, tokens, index);
        if (input) return { method: 'POST', path: `/${operation.name}`, token, body: JSON.stringify(input) };
        const query = new URLSearchParams({
          ...(id && { id }),
          ...(page && { page: String(page) }),
          ...(after && { after }),
          ...(filter?.status?.[0] && { status: filter.status[0] }),
          ...(filter?.search && { search: filter.search }),
        });
        return { method: 'GET', path: `/${operation.name}?${query}`, token };
      })
    : undefined;

export const asSqlPaths: Dialect = (operation, sample, tokens) =>
  BY_SQL.includes(operation.name) ? asPaths(operation, sample, tokens) : undefined;

const ORDER = 'orderBy: [CREATED_AT_DESC, ID_DESC], first: $first, offset: $offset';

/** GraphQL that PostGraphile derives from tables. Totals are counted. Creating clients is omitted, because it would lack the audit event. */
const POSTGRAPHILE: Record<string, string> = {
  'list-total': `query ($status: String, $first: Int, $offset: Int) {
    allPartnerApplications(condition: { status: $status }, ${ORDER}) { totalCount nodes { ${APPLICATION.join(' ')} } }
  }`,
  details: `query ($id: UUID!) {
    partnerApplicationById(id: $id) {
      ${APPLICATION.join(' ')}
      partnerApplicationNotesByApplicationId(orderBy: CREATED_AT_ASC) { nodes { ${NOTE.join(' ')} } }
    }
  }`,
  clients: `query ($resellerId: UUID, $first: Int, $offset: Int) {
    allClientAccounts(condition: { resellerId: $resellerId }, ${ORDER}) { totalCount nodes { ${CLIENT.join(' ')} } }
  }`,
};

export const asPostgraphile: Dialect = (operation, sample, tokens) => {
  const query = POSTGRAPHILE[operation.name];
  if (!query) return undefined;
  return requestsOf((index) => {
    const { id, page = 1, filter } = operation.variables(sample, index) as Variables;
    const { token, resellerId } = callerOf(operation, tokens, index);
    const range = { first: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
    const variables = id ? { id } : { ...range, ...(filter ? { status: filter.status?.[0] } : { resellerId }) };
    return { method: 'POST', path: '/graphql', token, body: JSON.stringify({ query, variables }) };
  });
};
