/* Who may import whom. Run by `npm run check:imports`, which also preloads this file for its first lines. */

// dependency-cruiser needs the compiler's API, which TypeScript 7 no longer has. This gives it TypeScript 6.
require('node:module').registerHooks({
  resolve: (specifier, context, nextResolve) =>
    nextResolve(specifier.replace(/^typescript(?=$|\/)/, '@typescript/typescript6'), context),
});

/** Each room of src and the rooms that it may use, besides itself. A new feature is a new line. */
const MAY_USE = {
  'core/telemetry': [],
  'core/context': ['core/telemetry'],
  'core/secrets': [],
  'core/text': [],
  'core/outbound': [],
  'core/limits': ['core/context', 'core/telemetry', 'core/text'],
  'core/database': ['core/context', 'core/telemetry'],
  'core/bulk': ['core/context', 'core/database'],
  'core/lists': ['core/context', 'core/database', 'core/graphql'],
  'core/jobs': ['core/context', 'core/database', 'core/telemetry'],
  'core/idempotency': ['core/context', 'core/database', 'core/limits'],
  'core/graphql': ['core/context', 'core/database', 'core/limits', 'core/telemetry', 'core/text'],
  audit: ['core'],
  events: ['core', 'audit'],
  email: ['core'],
  notifications: ['core', 'email'],
  live: ['core'],
  jobs: ['core', 'audit'],
  tenants: ['core', 'audit'],
  identity: ['core', 'audit', 'events', 'email', 'notifications', 'tenants'],
  partners: ['core', 'audit', 'events', 'email', 'notifications', 'tenants', 'identity'],
  money: ['core'],
  tiers: ['core', 'audit', 'events', 'email', 'notifications', 'tenants', 'identity', 'partners', 'money'],
  files: ['core', 'audit', 'events', 'email', 'tenants', 'identity', 'partners'],
  applications: ['core', 'audit', 'events', 'email', 'notifications', 'tenants', 'identity', 'partners', 'exports'],
  agreements: ['core', 'audit', 'events', 'email', 'notifications', 'tenants', 'identity', 'files'],
  company: ['core', 'audit', 'events', 'email', 'notifications', 'tenants', 'identity', 'partners', 'applications'],
  clients: [
    'core',
    'audit',
    'events',
    'email',
    'notifications',
    'tenants',
    'identity',
    'partners',
    'agreements',
    'tiers',
  ],
  provisioning: ['core', 'audit', 'events', 'email', 'tenants', 'identity', 'partners', 'clients'],
  access: ['core', 'audit', 'events', 'email', 'tenants', 'identity', 'partners', 'clients'],
  exports: ['core', 'audit', 'email', 'tenants', 'partners', 'clients', 'agreements'],
  onboarding: ['core', 'audit', 'events', 'clients'],
  search: ['core', 'tenants', 'identity', 'applications', 'clients'],
  workspace: ['core', 'tenants', 'identity'],
  webhooks: ['core', 'audit', 'email', 'events', 'identity'],
  privacy: ['core'],
  rest: ['core'],
};
const ROOMS = Object.keys(MAY_USE);

const layers = Object.entries(MAY_USE).map(([room, others]) => ({
  name: `${room.replace('/', '-')}-uses-only-rooms-below`,
  comment: `${room} can import ${[room, ...others].join(', ')}, config.ts and the type of a feature.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^src/',
    pathNot: [`^src/(${[room, ...others].join('|')})/`, '^src/(config|feature)\\.ts$'],
    // The request's context names the types of all parts that services use.
    ...(room === 'core/context' ? { dependencyTypesNot: ['type-only'] } : {}),
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'no-cycles',
      comment: 'Types count too. Two files that need each other belong together, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'room-has-its-line',
      comment: 'A new folder of src needs a line in MAY_USE.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${ROOMS.join('|')}|http|migrations|backups|dev)/` },
      to: {},
    },
    {
      name: 'resolver-and-rules-stay-at-home',
      comment: "A feature uses another feature's entity and service, never its resolver or rules.",
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/(?!core/).+\\.(resolver|rules)\\.tsx?$', pathNot: '^src/$1/' },
    },
    {
      name: 'features-are-listed-in-one-place',
      comment: 'Only features.ts imports a `*.feature.ts`.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/features\\.ts$' },
      to: { path: '\\.feature\\.ts$' },
    },
    {
      name: 'root-takes-all-from-features',
      comment: 'features.ts, schema.ts, worker.ts and app.ts use core and registrations, but no files of a feature.',
      severity: 'error',
      from: { path: '^src/(features|schema|worker|app)\\.ts$' },
      to: {
        path: '^src/[^/]+/',
        pathNot: [
          '^src/(core|http|dev)/',
          '\\.feature\\.ts$',
          // Only names: the migrations are loaded to run them.
          '^src/migrations/migrations\\.list\\.ts$',
          // Registries of features.
          '^src/(audit/audit\\.actions|email/email\\.template|events/event\\.catalogue|clients/client\\.conditions)\\.ts$',
          '^src/onboarding/(onboarding\\.facts|first-steps/first-step\\.types)\\.ts$',
          '^src/files/(file\\.gates|storage/open\\.storage)\\.ts$',
          '^src/tiers/tier\\.metrics\\.ts$',
        ],
      },
    },
    {
      name: 'http-knows-no-feature',
      comment: 'http uses core and the parts from features: `Served` in feature.ts.',
      severity: 'error',
      from: { path: '^src/http/' },
      to: { path: '^src/', pathNot: ['^src/(core|http)/', '^src/(config|feature)\\.ts$'] },
    },
    {
      name: 'services-know-no-graphql',
      comment: 'A service serves resolvers, jobs and tests alike.',
      severity: 'error',
      from: { path: '\\.service\\.tsx?$' },
      to: { path: '(^|node_modules/)(type-graphql|graphql-shield|@apollo/[^/]+)(/|$)' },
    },
    {
      name: 'development-only-from-main-and-app',
      comment: 'src/dev does not run in production. Only main.ts and app.ts can load it, at run time.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/dev/', '^src/(main|app)\\.ts$'] },
      to: { path: '^src/dev/' },
    },
    {
      name: 'development-loaded-dynamically',
      comment: 'src/dev is loaded by `await import(…)`, and not in production.',
      severity: 'error',
      from: { path: '^src/(main|app)\\.ts$' },
      to: { path: '^src/dev/', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'production-needs-no-development-package',
      comment: 'Packages for production are in `dependencies`.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/dev/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'migrations-stand-alone',
      comment:
        'A migration must never change, so its SQL comes from itself, an earlier one, online.migration.ts or column.values.ts.',
      severity: 'error',
      from: { path: '^src/migrations/versions/\\d' },
      to: { path: '^src/', pathNot: '^src/migrations/(versions/|(online\\.migration|column\\.values)\\.ts$)' },
    },
    {
      name: 'web-talks-graphql-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/' },
    },
    {
      name: 'server-takes-only-words-from-web',
      comment: 'Exports say the same as the pages: decision 75.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^web/', pathNot: '^web/src/(locales/|activity/changes\\.ts$)' },
    },
    {
      name: 'product-needs-no-test',
      severity: 'error',
      from: { path: '^(src|web)/' },
      to: { path: '^(test|bench)/', pathNot: '^test/support/generated/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data|bench/peers/node_modules)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
