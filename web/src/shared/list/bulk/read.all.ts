/** Rows of one request. */
const PART = 100;

/** Rows that can be selected at once. */
const MOST = 1000;

/** Reads every row that a list's filters find, at most 1,000. */
export async function readAll<Item>(
  read: (page: { page: number; limit: number }) => Promise<readonly Item[]>,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let page = 1; ; page++) {
    const found = await read({ page, limit: PART });
    items.push(...found);
    if (found.length < PART || page * PART >= MOST) return items;
  }
}
