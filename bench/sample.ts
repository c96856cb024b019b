import type { Product } from './product.ts';

/** What was found in the data beforehand, to ask for. */
export interface Sample {
  /** Applications from all over the list. */
  applications: { id: string; contactEmail: string }[];
  /** Places about the middle of the list. */
  middleCursors: string[];
  /** Of each reseller with a token, by its index: near the end of its list. */
  clientCursors: string[];
  /** When the newest application came: "today" of the data. */
  newest: Date;
}

/** Of 250 clients each, in pages of 20. */
const FAR_PAGE = 11;

/** Looks around in the data, through the API. */
export async function takeSample({ ask, tokens }: Pick<Product, 'ask' | 'tokens'>): Promise<Sample> {
  const listed = async (page: number) =>
    (await ask<Listed>(APPLICATIONS, { page }, tokens.admin())).partnerApplications;
  const first = await listed(1);
  const pages = first.pageInfo.totalPages;
  const applications = [];
  for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) applications.push(...(await listed(Math.ceil(share * pages))).items);
  const middleCursors = [];
  for (let page = 0; page < 20; page++) {
    middleCursors.push((await listed(Math.ceil(pages / 2) + page)).pageInfo.endCursor);
  }
  const clientCursors = [];
  for (let index = 0; index < tokens.resellers; index++) {
    const { clientAccounts } = await ask<Clients>(CLIENTS, { page: FAR_PAGE }, tokens.reseller(index));
    clientCursors.push(clientAccounts.pageInfo.endCursor);
  }
  return { applications, middleCursors, clientCursors, newest: new Date(first.items[0]?.createdAt ?? Date.now()) };
}

interface Listed {
  partnerApplications: {
    items: { id: string; contactEmail: string; createdAt: string }[];
    pageInfo: { totalPages: number; endCursor: string };
  };
}
const APPLICATIONS = `query ($page: Int!) {
  partnerApplications(page: $page, limit: 40) { items { id contactEmail createdAt } pageInfo { totalPages endCursor } }
}`;

interface Clients {
  clientAccounts: { pageInfo: { endCursor: string } };
}
const CLIENTS = `query ($page: Int!) { clientAccounts(page: $page) { pageInfo { endCursor } } }`;
