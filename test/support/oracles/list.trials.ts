import {
  astFromValue,
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isScalarType,
  print,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { v7 as uuid } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor, Answer, Api } from '../api.ts';
import { statementsOf } from '../statements.ts';
import { textOf } from './documents.ts';

type Args = Record<string, unknown>;
type Item = Record<string, unknown>;

interface PageInfo {
  page: number | null;
  limit: number;
  totalItems: number;
  totalPages: number;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  endCursor: string | null;
}

type Listed = Record<string, { items: Item[]; pageInfo: PageInfo }>;

export interface ListWorld {
  api: Api;
  /** The first allowed one calls the list. */
  callers(): Actor[];
  /** A user of another tenant, which has rows in every table. */
  stranger(): Actor;
  /** Required arguments, by the name of the list. */
  argumentsOf(field: string): Promise<Args>;
}

const queries = buildSchema(textOf('schema.graphql')).getQueryType()?.getFields() ?? {};

/** Every root field that returns a page. */
export const lists = Object.values(queries).filter(({ type }) => String(type).endsWith('Page!'));

/**
 * The common behavior of all lists: pages, cursors, order, filters, totals, limits and the tenant. Derived from the
 * schema, so that new lists are included.
 */
export function describeList(field: GraphQLField<unknown, unknown>, world: ListWorld): void {
  describe(`the list ${field.name}`, () => {
    let caller: Actor;
    let whole: Item[];

    const ask = async (args: Args = {}, actor = caller): Promise<Answer<Listed>> =>
      world.api.ask<Listed>(actor, documentOf(field), { ...(await world.argumentsOf(field.name)), ...args });

    const page = async (args: Args = {}, actor = caller) => {
      const { data, errors } = await ask(args, actor);
      expect(errors).toBeUndefined();
      return data?.[field.name] ?? expect.fail('no page');
    };

    /** Every item, by cursor. */
    async function all(args: Args = {}): Promise<Item[]> {
      const items: Item[] = [];
      let after: string | null = null;
      do {
        const { items: more, pageInfo }: Listed[string] = await page({ ...args, limit: 100, after });
        items.push(...more);
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after);
      return items;
    }

    const expectRefused = async (args: Args, ...paths: string[]) => {
      const { errors } = await ask(args);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(new Set(errors?.[0]?.extensions.fields?.map(({ path }) => path))).toEqual(new Set(paths));
    };

    beforeAll(async () => {
      for (const actor of world.callers().toReversed()) if (!(await ask({}, actor)).errors) caller = actor;
      whole = await all();
    });

    test('has enough items for these tests', () => {
      expect(whole.length).toBeGreaterThanOrEqual(5);
    });

    test('returns every item once, by page and by cursor', async () => {
      const limit = Math.ceil(whole.length / 3);
      const totals = { limit, totalItems: whole.length, totalPages: Math.ceil(whole.length / limit) };
      const byPage: Item[] = [];
      const byCursor: Item[] = [];
      let after: string | null = null;
      for (let number = 1; number <= totals.totalPages; number++) {
        const hasNextPage = number < totals.totalPages;
        const numbered = await page({ page: number, limit });
        byPage.push(...numbered.items);
        expect(numbered.pageInfo).toMatchObject({ ...totals, page: number, hasNextPage, hasPreviousPage: number > 1 });
        const following: Listed[string] = await page({ limit, after });
        byCursor.push(...following.items);
        expect(following.pageInfo).toMatchObject({ ...totals, hasNextPage, hasPreviousPage: number > 1 });
        after = following.pageInfo.endCursor;
      }

      expect(new Set(whole.map(keyOf)).size).toBe(whole.length);
      expect(byPage).toEqual(whole);
      expect(byCursor).toEqual(whole);
      expect(await page({ limit, after })).toMatchObject({
        items: [],
        pageInfo: { totalItems: whole.length, page: null },
      });
    });

    test('E4: has no items beyond the last page, and the same total', async () => {
      const pageInfo = { totalItems: whole.length, hasNextPage: false, endCursor: null };
      expect(await page({ page: 2 ** 31 - 1 })).toMatchObject({ items: [], pageInfo });
    });

    test('returns the same value of a field alone as with all others', async () => {
      const given = { limit: 100, ...(await world.argumentsOf(field.name)) };
      for (const name of Object.keys(whole[0] ?? {})) {
        const document = documentOf(field, `items { ${name} } pageInfo { endCursor }`);
        const { data } = await world.api.ask<Listed>(caller, document, given);
        expect(data?.[field.name]?.items).toEqual(whole.slice(0, 100).map((item) => ({ [name]: item[name] })));
      }
    });

    test.each([
      { selected: 'hasNextPage', counts: false },
      { selected: 'totalItems', counts: true },
      { selected: '... on PageInfo { totalPages }', counts: true },
    ])('takes one statement, and with $selected it counts: $counts', async ({ selected, counts }) => {
      const variables = await world.argumentsOf(field.name);
      const query = documentOf(field, `items { __typename } pageInfo { ${selected} }`);
      const sent = await statementsOf(() => world.api.ask(caller, query, variables));

      const pages = sent.filter((text) => text.includes(' offset '));
      expect(pages).toHaveLength(1);
      expect(pages[0]?.includes(' as total')).toBe(counts);
    });

    test.each([
      { args: { page: 0 }, path: 'page' },
      { args: { limit: 0 }, path: 'limit' },
      { args: { limit: -1 }, path: 'limit' },
      { args: { limit: 101 }, path: 'limit' },
      { args: { limit: 100_000 }, path: 'limit' },
      { args: { after: 'nonsense' }, path: 'after' },
      { args: { after: forged(['createdAt DESC', 'x', 'y']) }, path: 'after' },
      { args: { after: forged(['companyKey DESC', 'x', uuid()]) }, path: 'after' },
    ])('E4: refuses $args', async ({ args, path }) => {
      await expectRefused(args, path);
    });

    test('names every invalid argument', async () => {
      await expectRefused({ page: 0, limit: 101 }, 'page', 'limit');
    });

    test('C2: stays within the caller’s own items with any cursor', async () => {
      const { endCursor } = (await ask({ limit: 1 }, world.stranger())).data?.[field.name]?.pageInfo ?? {};
      const { pageInfo } = await page({ limit: 1 });
      const [sort, value] = JSON.parse(Buffer.from(pageInfo.endCursor ?? '', 'base64url').toString()) as string[];
      const cursors = [forged([sort, value, uuid()]), endCursor].filter((cursor) => cursor != null);
      const own = new Set(whole.map(keyOf));

      for (const after of cursors) {
        const { items } = await page({ after, limit: 100 });
        expect(items.filter((item) => !own.has(keyOf(item)))).toEqual([]);
      }
    });

    const sortable = field.args
      .filter(({ name }) => name === 'sortBy')
      .flatMap(({ type }) => valuesOf(type).map(String));
    for (const sortBy of sortable) {
      test(`sorts and pages by ${sortBy} in both directions`, async () => {
        const ascending = await all({ sortBy, sortOrder: 'ASC' });
        const first = await page({ sortBy, sortOrder: 'DESC', limit: 2 });
        const second = await page({ sortBy, sortOrder: 'DESC', limit: 2, after: first.pageInfo.endCursor });

        expect(new Set(ascending.map(keyOf))).toEqual(new Set(whole.map(keyOf)));
        expect(await all({ sortBy, sortOrder: 'DESC' })).toEqual(ascending.toReversed());
        expect([...first.items, ...second.items]).toEqual(ascending.toReversed().slice(0, 4));
        const times = ascending.map((item) => item[camel(sortBy)]).filter((each) => /^\d{4}-/.test(String(each)));
        expect(times).toEqual(times.toSorted());
        await expectRefused({ sortBy, sortOrder: 'ASC', after: first.pageInfo.endCursor }, 'after');
      });
    }

    const filters = filtersOf(field).map(({ path, type }) => ({ path, type, title: path.join('.') }));

    for (const { path, type, title } of filters.filter((filter) => valuesOf(filter.type).length > 0)) {
      test(`finds by each value of ${title} exactly what it finds without it`, async () => {
        const values = valuesOf(type).map((value) => (isListType(getNullableType(type)) ? [value] : value));
        const found = [];
        for (const value of values) {
          const some = await all(nested(path, value));
          expect(some).toEqual(whole.filter((item) => some.map(keyOf).includes(keyOf(item))));
          expect((await page(nested(path, value))).pageInfo.totalItems).toBe(some.length);
          found.push(...some.map(keyOf));
        }

        expect(new Set(found)).toEqual(new Set(whole.map(keyOf)));
        expect(await all(nested(path, null))).toEqual(whole);
        if (Array.isArray(values[0])) {
          expect(await all(nested(path, valuesOf(type)))).toEqual(whole);
          expect(await page(nested(path, []))).toMatchObject({ items: [], pageInfo: { totalItems: 0 } });
        }
      });
    }
    for (const { path, title } of filters.filter((filter) => getNamedType(filter.type).name === 'ID')) {
      test.each(['no-uuid', uuid()])(`finds nothing by ${title} %s, which does not exist`, async (id) => {
        expect(await page(nested(path, id))).toMatchObject({ items: [], pageInfo: { totalItems: 0 } });
      });
    }
    for (const { path, title } of filters.filter((filter) => filter.path.at(-1) === 'search')) {
      test.each(['', ' ', 'x'.repeat(201)])('refuses to search for “%s”', async (search) => {
        await expectRefused({ ...nested(path, search), page: 0 }, title, 'page');
      });
    }
  });
}

const forged = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

const camel = (name: string): string =>
  name.toLowerCase().replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());

const keyOf = (item: Item): string => (typeof item['id'] === 'string' ? item['id'] : JSON.stringify(item));

/** `filter`, `status` and a value: `{ filter: { status: … } }`. */
const nested = (path: string[], value: unknown): Args =>
  Object.fromEntries([path.length === 1 ? [path[0], value] : [path[0], nested(path.slice(1), value)]]);

/** The values of an enum, or of a list of them; those of a Boolean. */
function valuesOf(type: GraphQLInputType): (string | boolean)[] {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().map(({ name }) => name);
  return named.name === 'Boolean' ? [true, false] : [];
}

/** Every argument that filters, and every field of a `filter`. */
function filtersOf({ args }: GraphQLField<unknown, unknown>): { path: string[]; type: GraphQLInputType }[] {
  const NOT = ['page', 'limit', 'after', 'sortBy', 'sortOrder'];
  return args
    .filter(({ name }) => !NOT.includes(name))
    .flatMap(({ name, type }) => {
      const named = getNamedType(type);
      if (!isInputObjectType(named)) return [{ path: [name], type }];
      return Object.values(named.getFields()).map((inner) => ({ path: [name, inner.name], type: inner.type }));
    });
}

/** Queries a list with all its arguments. */
function documentOf(field: GraphQLField<unknown, unknown>, selection = selectionOf(field)): string {
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}${defaultOf(arg)}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  return `query (${declared}) { ${field.name}(${passed}) { ${selection} } }`;
}

function defaultOf({ defaultValue, type }: GraphQLArgument): string {
  const value = defaultValue === undefined ? undefined : astFromValue(defaultValue, type);
  return value ? ` = ${print(value)}` : '';
}

/** All scalar fields of an item. */
function selectionOf({ type }: GraphQLField<unknown, unknown>): string {
  const page = getNamedType(type);
  const item = isObjectType(page) ? getNamedType(page.getFields()['items']?.type) : undefined;
  const fields = isObjectType(item) ? Object.values(item.getFields()) : [];
  const values = fields.filter((each) => {
    const named = getNamedType(each.type);
    return each.args.length === 0 && (isScalarType(named) || isEnumType(named));
  });
  return `items { ${values.map(({ name }) => name).join(' ')} }
    pageInfo { page limit totalItems totalPages hasNextPage hasPreviousPage endCursor }`;
}
