import type { Product } from './product.ts';

/** What was found in the data beforehand, to ask for. */
export interface Sample {
  /** Applications from all over the list. */
  applications: { id: string; contactEmail: string }[];
  /** Places about the middle of the list. */
  middleCursors: string[];
  /** Of each reseller with a token, by its index: near the end of its list. */
  clientCursors: string[];
  /** Of admins who look after applications. */
  assignees: string[];
  /** When the newest application came: "today" of the data. */
  newest: Date;
}

/** Of 250 clients each, in pages of 20. */
const FAR_PAGE = 11;

/** Looks around in the data, through the API: by times and cursors, since a page by number is the dearer the farther it is. */
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
  for (let index = 0; index < tokens.resellers; index++) {
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
