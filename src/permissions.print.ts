import { buildSchema, printSchema, type GraphQLField, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { readConfig } from './config.ts';
import { DomainError } from './core/context/domain.error.ts';
import { protect } from './core/graphql/permissions.ts';
import { rateLimits } from './core/limits/rate.limit.ts';
import type { Caller } from './core/context/request.context.ts';
import { createSchema, rules } from './schema.ts';

// `npm run permissions` prints docs/permissions.md. It asks the rules themselves, for each field and kind of caller.

const now = Date.now() / 1000;
const person = {
  email: 'x@reachgenie.example',
  name: 'X',
  userId: 'x',
  credential: 'session:x:1',
  authenticatedAt: now,
};
const key = { ...person, credential: 'key:x', authenticatedAt: 0 };
const partner = { role: 'PARTNER', resellerId: 'x', managesClients: true } as const;
const admin = { role: 'ADMIN' } as const;
const SCOPES = ['READ', 'CLIENTS', 'REVIEW'] as const;

const userOf = (roles: Caller['roles'] & {}): Caller => ({ ...person, ...partner, roles });
const adminOf = (roles: Caller['roles'] & {}): Caller => ({ ...person, ...admin, roles });

/** Claims of a verified token or key. */
const CALLERS: Record<string, Caller | undefined> = {
  Anonymous: undefined,
  Owner: userOf(['OWNER']),
  Billing: userOf(['BILLING']),
  Member: userOf(['MEMBER']),
  'Read-only': userOf(['READ_ONLY']),
  'Partner key': { ...key, ...partner, scopes: SCOPES },
  Review: adminOf(['REVIEW']),
  Partners: adminOf(['PARTNERS']),
  Finance: adminOf(['FINANCE']),
  All: adminOf(['ALL']),
  'Admin key': { ...key, ...admin, scopes: SCOPES },
  'Admin without a factor': { ...adminOf(['ALL']), mustAddSecondFactor: true },
};

const HEAD = `# Permissions

The answers of the rules (\`src/**/*.rules.ts\`), printed by \`npm run permissions\`. \`npm run check\` fails if this page
differs from the rules. [A test](../test/security/permissions.test.ts) calls every operation in each of these roles. An
empty cell means that the call is denied before any SQL runs.

- **Owner, Billing, Member, Read-only**: the users of a partner. Each has one of these roles.
- **Review, Partners, Finance, All**: the roles of an admin. An admin can have several. Every admin reads everything, and
  the roles decide which changes the admin can make. **All** includes the other roles and the management of admins. See
  [decision 41](decisions/0041-roles-of-people.md).
- **Partner key, Admin key**: an API key. The cell lists the scopes, and one of them is enough. A key has no role.
- **Admin without a factor**: an admin without a second factor, if \`ADMIN_SECOND_FACTOR\` is \`required\`.
- **clients**: only if the partner is a reseller and its client management is on.
- **recent**: only within 10 minutes of a sign-in or of \`confirmIdentity\` (FORBIDDEN, \`RECENT_SIGN_IN_REQUIRED\`). This
  also applies in three other cases: \`inviteMember\` or \`changeMemberRole\` makes an owner, \`changeAdminRoles\` grants
  ALL, or an approval names an owner (\`ownerEmail\`).
- **Limits**: each call counts against these limits ([configuration](configuration.md)). A repeated invitation also
  counts against \`RATE_LIMIT_RECIPIENT\`, once its recipient is known. \`createApiKey\` counts against
  \`RATE_LIMIT_API_KEYS\`. \`requestPasswordReset\` counts against \`RATE_LIMIT_PASSWORD_RESETS\`, which refuses no call.

A rule decides which callers can call a field. The service and the database decide which rows they see and change: see
[separation of resellers](architecture.md#separation-of-resellers). Two mutations check more than the
caller. \`resetSecondFactor\` for an admin needs All. Only an admin with Review or All can become the assignee of an
application. Four fields are restricted. \`PartnerAccount.application\` and \`PartnerAccount.joinedAt\` are for admins
(FORBIDDEN). For partners, \`AuditEvent.ipAddress\` is null, and \`AuditEvent.actorEmail\` is \`ReachGenie\` if the actor is
an admin.
`;

/** Returns whether the caller can call the field, and which limits the call counted against. */
async function ask({ name, resolve }: GraphQLField<unknown, unknown>, caller: Caller | undefined) {
  const counted = new Set<string>();
  const counter = {
    hit: (limit: string) => {
      counted.add(limit);
      return { count: 1, resetsInMs: 1 };
    },
    peek: (limit: string) => {
      counted.add(limit);
      return { count: 0, resetsInMs: 0 };
    },
    close: async () => undefined,
  };
  const limits = rateLimits(readConfig({}).rateLimits, counter);
  const info = { fieldName: name } as GraphQLResolveInfo;
  const refusal: unknown = await resolve?.(undefined, {}, { caller, address: '127.0.0.1', limits }, info);
  const isDenied = refusal instanceof DomainError && ['UNAUTHENTICATED', 'FORBIDDEN'].includes(refusal.code);
  if (refusal !== undefined && !isDenied) throw new Error(`${name} has no permission rule`, { cause: refusal });
  return { may: !isDenied, counted };
}

const variableOf = (limit: string): string => `\`RATE_LIMIT_${limit.replaceAll(/[A-Z]/g, '_$&').toUpperCase()}\``;

async function rowOf(field: GraphQLField<unknown, unknown>): Promise<string> {
  const answers = await Promise.all(Object.values(CALLERS).map((caller) => ask(field, caller)));
  const allowed = await Promise.all(Object.values(CALLERS).map((caller) => cellOf(field, caller)));
  const limits = new Set(answers.flatMap(({ counted }) => [...counted]));
  return `| ${[`\`${field.name}\``, ...allowed, [...limits].map(variableOf).join(', ')].join(' | ')} |`;
}

/** Requirements of the field for this caller. Empty if the caller is not allowed. */
async function cellOf(field: GraphQLField<unknown, unknown>, caller: Caller | undefined): Promise<string> {
  const isAllowed = async (changes: Partial<Caller>) => (await ask(field, caller && { ...caller, ...changes })).may;
  if (!(await isAllowed({}))) return '';
  if (caller?.scopes && !(await isAllowed({ scopes: [] }))) {
    const enough = await Promise.all(SCOPES.map((scope) => isAllowed({ scopes: [scope] })));
    return SCOPES.filter((_, index) => enough[index]).join(', ');
  }
  const needs = [
    caller?.managesClients && !(await isAllowed({ managesClients: false })) && 'clients',
    !(await isAllowed({ authenticatedAt: 0 })) && 'recent',
  ];
  return needs.filter(Boolean).join(', ') || 'yes';
}

async function tableOf(type: GraphQLObjectType): Promise<string> {
  const head = [type.name, ...Object.keys(CALLERS), 'Limits'];
  const fields = Object.values(type.getFields()).sort((one, other) => one.name.localeCompare(other.name));
  const rows = await Promise.all(fields.map(rowOf));
  return [`| ${head.join(' | ')} |`, `|${' - |'.repeat(head.length)}`, ...rows].join('\n');
}

// A copy of the schema with the same rules and without resolvers.
const guarded = protect(buildSchema(printSchema(await createSchema())), rules);
const types = [guarded.getQueryType(), guarded.getMutationType(), guarded.getSubscriptionType()];
const tables = await Promise.all(types.filter((type) => type != null).map(tableOf));
process.stdout.write([HEAD, ...tables].join('\n\n'));
