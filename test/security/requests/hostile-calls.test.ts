import { beforeAll, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { ADMIN } from '../../support/api.ts';
import { withoutTriggers } from '../../support/database.changes.ts';
import { givenCaller, type Knocking } from '../../support/given/callers/callers.ts';
import { givenFullTenant } from '../../support/given/tenants/full-tenant.ts';
import { givenPartner, type Partner } from '../../support/given/partners.ts';
import { newEmail } from '../../support/given/people.ts';
import { faultsOf } from '../../support/hostile/answer.faults.ts';
import { hostileCalls, type HostileCall } from '../../support/hostile/hostile.calls.ts';
import { bodyOf, type Foreign } from '../../support/hostile/hostile.values.ts';
import { some } from '../../support/oracles/documents.ts';
import { useExamples } from '../../support/oracles/examples.ts';
import { ANYONE, MATRIX, type CallerName } from '../../support/oracles/permission.matrix.ts';
import {
  documentOf,
  exampleArguments,
  rootCalls,
  type Given,
  type RootCall,
} from '../../support/oracles/root.calls.ts';
import { idsOf, marksOf, ownRows, plantMark } from '../../support/oracles/tenant.rows.ts';

/** Allowed calls of all callers together, beside one call of each field by each caller. A long run sets more. */
const CALLS = Number(process.env['HOSTILE_CALLS'] ?? 1_500);
const SEED = 57;

const { api, reseller, variablesOf, headersOf } = useExamples(2);

/** The caller that an operation's example names. Its valid arguments belong to this caller. */
const EXAMPLE = 'the caller of the example';
type Role = CallerName | typeof EXAMPLE;

const isAdmin = (role: Role) => role.startsWith('admin');
const seesAll = (role: Role) => isAdmin(role) || role === EXAMPLE;
const ROLES: Role[] = [...ANYONE.filter((role) => !isAdmin(role)), ...ANYONE.filter(isAdmin), EXAMPLE];

let partner: Partner;
let stranger: Partner;
let foreign: Foreign;
/** Texts of the stranger's rows only. */
let marks: string[];

beforeAll(async () => {
  partner = await givenPartner(api, { partnershipType: 'REFERRAL' });
  stranger = await givenFullTenant(api);
  foreign = { ids: [...(await idsOf(api, stranger.resellerId)).values()].flat(), cursors: await cursorsOf(stranger) };
  const mark = await plantMark(api, stranger.resellerId);
  marks = [mark, ...(await marksOf(api, stranger.resellerId))];
});

/** The cursors of all lists that a partner can read. */
async function cursorsOf({ actor }: Partner): Promise<string[]> {
  const lists = rootCalls.filter(
    ({ field, args }) => mayCall('reseller owner', field) && args.some(({ name }) => name === 'after'),
  );
  const answers = await Promise.all(lists.map((call) => api.ask(actor, documentOf(call, { limit: 1 }), { limit: 1 })));
  return some(Array.from(JSON.stringify(answers).matchAll(/"endCursor":"([^"]+)"/g), ([, cursor = '']) => cursor));
}

const callersOf = (field: string) => MATRIX[`Query.${field}`] ?? MATRIX[`Mutation.${field}`] ?? [];
const mayCall = (role: Role, field: string) => role === EXAMPLE || callersOf(field).includes(role);

/** Valid arguments of root fields, and the headers of the caller whom the example names. */
const validArguments = new Map<RootCall, Given>();
const exampleHeaders = new Map<RootCall, Record<string, string>>();
const callers = new Map<CallerName, Knocking | undefined>();

async function validFor(call: RootCall): Promise<Given> {
  const known = validArguments.get(call);
  if (known) return known;
  exampleHeaders.delete(call);
  const valid = exampleArguments(call, await variablesOf(call.example));
  validArguments.set(call, valid);
  return valid;
}

/** The headers of the example come after its arguments: some belong to a new user. */
async function headersFor(role: Role, call: RootCall): Promise<Record<string, string>> {
  if (role !== EXAMPLE) return callerOf(role);
  const headers = exampleHeaders.get(call) ?? (await headersOf(call.example));
  exampleHeaders.set(call, headers);
  return headers;
}

/** New addresses and keys, so that a second call of the same operation is no conflict. */
function fresh(valid: unknown, name = ''): unknown {
  if (name === 'idempotencyKey') return uuid();
  if (typeof valid === 'string') return /^\S+@\S+$/.test(valid) && valid !== ADMIN.email ? newEmail() : valid;
  if (typeof valid !== 'object' || valid === null || Array.isArray(valid)) return valid;
  return Object.fromEntries(Object.entries(valid).map(([field, value]) => [field, fresh(value, field)]));
}

async function callerOf(role: CallerName): Promise<Record<string, string>> {
  if (!callers.has(role)) callers.set(role, await givenCaller(api, role, { partner, reseller: reseller() }));
  const caller = callers.get(role);
  return caller ? { authorization: `Bearer ${caller.accessToken}` } : {};
}

const sent = { allowed: 0, succeeded: 0 };

/** Sends a call, and returns its faults with what is needed to repeat it. */
async function send(role: Role, { call, path, argumentsFrom }: HostileCall): Promise<object[]> {
  const { kind, field } = call;
  const isAllowed = mayCall(role, field);
  const valid = isAllowed ? await validFor(call) : exampleArguments(call);
  const variables = argumentsFrom(fresh(valid) as Given, foreign);
  const query = documentOf(call, variables);
  const body = bodyOf({ query, variables });
  const response = await api.post(body, await headersFor(role, call));
  const text = await response.text();

  const faults = faultsOf({
    status: response.status,
    text,
    marks: seesAll(role) ? [] : marks.filter((mark) => !body.includes(mark)),
  });
  const succeeded = new RegExp(`"data":\\{"${field}":(?!null)`).test(text);
  if (isAllowed) sent.allowed++;
  if (isAllowed && succeeded) sent.succeeded++;
  if (succeeded && kind === 'mutation') validArguments.delete(call);
  if (isAllowed && text.includes('UNAUTHENTICATED') && !callersOf(field).includes('anonymous')) {
    if (role !== EXAMPLE) callers.delete(role);
    validArguments.delete(call);
  }
  return faults.map((fault) => ({
    fault,
    role,
    place: `${field}(${path.join('.')})`,
    body: short(body),
    text: short(text),
  }));
}

const short = (text: string) => text.slice(-2_000);

/** Without what a worker of the examples does by itself. */
async function rowsOfStranger(): Promise<object> {
  const rows = await ownRows(api, stranger.resellerId);
  return { ...rows, client_provisioning: undefined };
}

/** Ends earlier users, keys, views and requests, because an account can have only so many. */
async function makeRoom(): Promise<void> {
  for (const { resellerId, ownerId } of [partner, reseller()]) {
    const users = 'update user_account set is_active = false where reseller_id = $1 and id <> $2';
    await withoutTriggers(api, users, [resellerId, ownerId]);
    await withoutTriggers(api, 'update api_key set revoked_at = now() where reseller_id = $1', [resellerId]);
    const requests = `update company_change set created_at = created_at - interval '1 day' where reseller_id = $1`;
    await withoutTriggers(api, requests, [resellerId]);
  }
  await withoutTriggers(api, 'delete from saved_view where user_id <> $1', [stranger.ownerId]);
  callers.clear();
  for (const call of validArguments.keys()) if (call.kind === 'mutation') validArguments.delete(call);
}

test.each(ROLES.map((role, index) => ({ role, index })))(
  'B1, B7, C1, F1, H1: hostile values find no foreign row, no internal error and no details of it: $role',
  { timeout: 3_600_000 },
  async ({ role, index }) => {
    const count = Math.round(CALLS / ROLES.length);
    const before = await rowsOfStranger();
    const logged = api.logs.length;

    const faults: object[] = [];
    for (const [sentBefore, call] of hostileCalls(SEED + index, count, ({ field }) => mayCall(role, field)).entries()) {
      if (sentBefore % 250 === 0) await makeRoom();
      faults.push(...(await send(role, call)));
    }

    expect(faults.slice(0, 5)).toEqual([]);
    expect(api.logs.slice(logged).filter(({ level }) => Number(level) >= 50)).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    if (!seesAll(role)) expect(await rowsOfStranger()).toEqual(before);
  },
);

test('at least two of five allowed calls succeed, so that their values reach the code', () => {
  expect(sent.allowed).toBeGreaterThanOrEqual(0.99 * CALLS);
  expect(sent.succeeded / sent.allowed).toBeGreaterThan(2 / 5);
});
