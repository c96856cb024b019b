/* Who may import whom. Run by `npm run check:imports`, which also preloads this file for its first lines. */

// dependency-cruiser needs the compiler's API, which TypeScript 7 has no longer: hand it TypeScript 6 instead.
require('node:module').registerHooks({
  resolve: (specifier, context, nextResolve) =>
    nextResolve(specifier.replace(/^typescript(?=$|\/)/, '@typescript/typescript6'), context),
});

/** Each folder of src and the folders that it may use, besides itself. A new feature is a new line. */
const MAY_USE = {
  core: [],
  audit: ['core'],
  email: ['core'],
  identity: ['core', 'audit', 'email'],
  partners: ['core', 'audit', 'email', 'identity'],
  applications: ['core', 'audit', 'email', 'identity', 'partners'],
  clients: ['core', 'audit', 'email', 'identity', 'partners'],
  access: ['core', 'audit', 'email', 'identity', 'partners', 'clients'],
};
const FEATURES = Object.keys(MAY_USE);

const layers = Object.entries(MAY_USE).map(([folder, others]) => ({
  name: `${folder}-uses-only-what-is-below`,
  comment: `${folder} may import ${[folder, ...others].join(', ')} and config.ts.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: [`^src/(${[folder, ...others].join('|')})/`, '^src/config\\.ts$'] },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'no-cycles',
      comment: 'Types count too: two files that need each other are one thing, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'folder-has-its-place',
      comment: 'A new folder of src needs its line in MAY_USE.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${FEATURES.join('|')}|migrations|dev)/` },
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
      name: 'services-know-no-graphql',
      comment: 'A service serves resolvers, jobs and tests alike.',
      severity: 'error',
      from: { path: '\\.service\\.tsx?$' },
      to: { path: '(^|node_modules/)(type-graphql|graphql-shield|@apollo/[^/]+)(/|$)' },
    },
    {
      name: 'development-only-from-main-and-app',
      comment: 'Nothing of src/dev runs in production: only main.ts and app.ts may load it, while they run.',
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
      comment: 'What runs in production is in `dependencies`.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/dev/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'migrations-stand-alone',
      comment:
        'A migration must do the same next year: it holds its SQL itself, or takes it from an earlier migration.',
      severity: 'error',
      from: { path: '^src/migrations/\\d' },
      to: { path: '^src/', pathNot: '^src/migrations/\\d' },
    },
    {
      name: 'web-talks-graphql-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/' },
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
