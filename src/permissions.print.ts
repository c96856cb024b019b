import { buildSchema, printSchema, type GraphQLField, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { readConfig } from './config.ts';
import { DomainError } from './core/domain.error.ts';
import { protect } from './core/permissions.ts';
import { rateLimits } from './core/rate.limit.ts';
import type { Caller } from './core/request.context.ts';
import { createSchema, rules } from './schema.ts';

// `npm run permissions`: what docs/permissions.md holds. Nothing is told twice: the rules themselves are asked, field by field,
// as each kind of caller.

const person = {
  email: 'x@reachgenie.example',
  name: 'X',
  userId: 'x',
  credential: 'session:x:1',
  authenticatedAt: Date.now() / 1000,
};
const partner = { ...person, role: 'PARTNER', resellerId: 'x' } as const;

/** What the verified token or key of each says. */
const CALLERS: Record<string, Caller | undefined> = {
  Anonymous: undefined,
  'Partner member': { ...partner, managesClients: false, roles: ['MEMBER'] },
  'Partner owner': { ...partner, managesClients: false, roles: ['OWNER'] },
  'Reseller member': { ...partner, managesClients: true, roles: ['MEMBER'] },
  'Reseller owner': { ...partner, managesClients: true, roles: ['OWNER'] },
  'API key': { ...partner, credential: 'key:x', authenticatedAt: 0, managesClients: true, scopes: ['READ', 'CLIENTS'] },
  'Admin without a factor': { ...person, role: 'ADMIN', mustAddSecondFactor: true, roles: ['ALL'] },
  Admin: { ...person, role: 'ADMIN', roles: ['ALL'] },
};

const HEAD = `# Permissions

Who may call what: the answers of the rules (\`src/*/*.rules.ts\`), printed by \`npm run permissions\`. \`npm run check\` fails
where this page says something else than they do; [a test](../test/security/permissions.test.ts) calls every operation as
each of these callers. What is not allowed here is denied, before any SQL.

- **Reseller**: its partner may manage clients. **Partner**: it may not, being no reseller, or because an admin has switched
  that off.
- **API key**: of a reseller. What only a person should do is not for programs.
- **Admin without a factor**: if \`ADMIN_SECOND_FACTOR\` is \`required\`, one who has not added a second factor yet.
- **recent**: only within 10 minutes of a sign-in or of \`confirmIdentity\` (FORBIDDEN, \`RECENT_SIGN_IN_REQUIRED\`). So too if
  \`inviteMember\` or \`changeMemberRole\` makes an owner, or an approval names one (\`ownerEmail\`).
- **Limits**: each call counts against these ([configuration](configuration.md)). An invitation that is sent again also
  counts against \`RATE_LIMIT_RECIPIENT\`, once it is known whom it goes to. \`createApiKey\` counts against
  \`RATE_LIMIT_API_KEYS\`, and \`requestPasswordReset\` against \`RATE_LIMIT_PASSWORD_RESETS\`, which refuses nothing.

A rule says who may call. Which rows a caller then sees and changes is decided behind it, in the service and in the
database: see [resellers, apart from each other](architecture.md#resellers-apart-from-each-other). Four fields further
below are not for all: \`PartnerAccount.application\` and \`PartnerAccount.joinedAt\` are for admins (FORBIDDEN). For partners
\`AuditEvent.ipAddress\` is null and \`AuditEvent.actorEmail\` is \`ReachGenie\` if one of our admins did it.
`;

/** Whether the caller may call the field, and which limits that counted against. */
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
  if (refusal !== undefined && !isDenied) throw new Error(`${name} does not say who may call it`, { cause: refusal });
  return { may: !isDenied, counted };
}

const variableOf = (limit: string): string => `\`RATE_LIMIT_${limit.replaceAll(/[A-Z]/g, '_$&').toUpperCase()}\``;

async function rowOf(field: GraphQLField<unknown, unknown>): Promise<string> {
  const answers = await Promise.all(Object.values(CALLERS).map((caller) => ask(field, caller)));
  const later = await Promise.all(
    Object.values(CALLERS).map((caller) => ask(field, caller && { ...caller, authenticatedAt: 0 })),
  );
  const limits = new Set(answers.flatMap(({ counted }) => [...counted]));
  const cells = [
    `\`${field.name}\``,
    ...answers.map(({ may }, index) => (may ? (later[index]?.may ? 'yes' : 'recent') : '')),
    [...limits].map(variableOf).join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}

async function tableOf(type: GraphQLObjectType): Promise<string> {
  const head = [type.name, ...Object.keys(CALLERS), 'Limits'];
  const fields = Object.values(type.getFields()).sort((one, other) => one.name.localeCompare(other.name));
  const rows = await Promise.all(fields.map(rowOf));
  return [`| ${head.join(' | ')} |`, `|${' - |'.repeat(head.length)}`, ...rows].join('\n');
}

// The same fields under the same rules, with nothing behind them.
const guarded = protect(buildSchema(printSchema(await createSchema())), rules);
const types = [guarded.getQueryType(), guarded.getMutationType(), guarded.getSubscriptionType()];
const tables = await Promise.all(types.filter((type) => type != null).map(tableOf));
process.stdout.write([HEAD, ...tables].join('\n\n'));
