import type { Product } from './product.ts';

/** Rows and cursors of the data, for variables. */
export interface Sample {
  /** Applications from all over the list. */
  applications: { id: string; contactEmail: string }[];
  /** From the middle of the list. */
  middleCursors: string[];
  /** Near the end of each reseller's list, by the reseller's index. */
  clientCursors: string[];
  /** Ids of admins with applications. */
  assignees: string[];
  /** Time of the newest application, the data's "today". */
  newest: Date;
}

/** Resellers have 250 clients, so 13 pages of 20. */
const FAR_PAGE = 11;

/** Reads the sample through the API, by times and cursors, because far pages by number are slow. */
export async function takeSample({ ask, tokens }: Pick<Product, 'ask' | 'tokens'>): Promise<Sample> {
  const listed = async (variables: object) =>
    (await ask<Listed>(APPLICATIONS, variables, tokens.admin())).partnerApplications;
  const newest = dateOfFirst(await listed({}));
  const oldest = dateOfFirst(await listed({ sortOrder: 'ASC' }));
  const at = (share: number) => {
    const createdTo = new Date(newest.getTime() - share * (newest.getTime() - oldest.getTime()));
    return listed({ filter: { createdTo } });
  };
  const applications = [];
  for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) applications.push(...(await at(share)).items);
  const middleCursors = [];
  for (let { pageInfo } = await at(0.5); middleCursors.length < 20;) {
    middleCursors.push(pageInfo.endCursor);
    ({ pageInfo } = await listed({ after: pageInfo.endCursor }));
  }
  const clientCursors = [];
  for (let index = 0; index < tokens.callers.resellers.length; index++) {
    const { clientAccounts } = await ask<Clients>(CLIENTS, { page: FAR_PAGE }, tokens.reseller(index));
    clientCursors.push(clientAccounts.pageInfo.endCursor);
  }
  const assigned = (await listed({ filter: { unassigned: false } })).items;
  const assignees = [...new Set(assigned.map(({ assignee }) => assignee?.id ?? ''))];
  return { applications, middleCursors, clientCursors, assignees, newest };
}

interface Listed {
  partnerApplications: {
    items: { id: string; contactEmail: string; createdAt: string; assignee: { id: string } | null }[];
    pageInfo: { endCursor: string };
  };
}
const APPLICATIONS = `query ($filter: PartnerApplicationFilter, $sortOrder: SortOrder! = DESC, $after: String) {
  partnerApplications(filter: $filter, sortOrder: $sortOrder, after: $after, limit: 40) {
    items { id contactEmail createdAt assignee { id } } pageInfo { endCursor }
  }
}`;

const dateOfFirst = ({ items }: Listed['partnerApplications']): Date => new Date(items[0]?.createdAt ?? Date.now());

interface Clients {
  clientAccounts: { pageInfo: { endCursor: string } };
}
const CLIENTS = `query ($page: Int!) { clientAccounts(page: $page) { pageInfo { endCursor } } }`;
