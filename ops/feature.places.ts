/** A place in an existing file that gets text for a new feature. `text` and `file` use the names of the template. */
export interface Place {
  file: string;
  /** `text` goes before the first match. */
  before: RegExp;
  text: string;
}

/** All places that name each feature, in the order of CONTRIBUTING.md. */
export const PLACES: readonly Place[] = [
  // The folder, its registration, and its permissions.
  {
    file: '.dependency-cruiser.cjs',
    before: /^};\nconst ROOMS/m,
    text: `  'sample-things': ['core', 'audit', 'email', 'tenants', 'identity'],\n`,
  },
  {
    file: 'src/features.ts',
    before: /^\nimport|^\n\/\*\*/m,
    text: `import { sampleThings } from './sample-things/sample-thing.feature.ts';\n`,
  },
  { file: 'src/features.ts', before: /^\];/m, text: '  sampleThings,\n' },
  {
    file: 'src/core/graphql/permissions.ts',
    before: /^\nexport const canReadClients/m,
    text: `
export const canReadSampleThings = allow({
  ADMIN: { roles: ADMINS, scopes: ['READ'] },
  PARTNER: { roles: PARTNER_USERS, scopes: ['READ'] },
});
export const canCreateSampleThings = allow({ PARTNER: { roles: ['OWNER', 'MEMBER'] } });
export const canApproveSampleThings = allow({ ADMIN: { roles: PARTNER_MANAGERS } });
`,
  },
  // The columns of its lists.
  {
    file: 'src/workspace/interface-state.entity.ts',
    before: /^ {2}RECENT = /m,
    text: `  COLUMNS_SAMPLE_THINGS = 'COLUMNS_SAMPLE_THINGS',\n  COLUMNS_ALL_SAMPLE_THINGS = 'COLUMNS_ALL_SAMPLE_THINGS',\n`,
  },
  {
    file: 'src/workspace/interface-state.entity.ts',
    before: /^ {4}RECENT: /m,
    text: `    COLUMNS_SAMPLE_THINGS: { description: 'Columns of the sample things.' },
    COLUMNS_ALL_SAMPLE_THINGS: { description: 'Columns of the sample things of all partners.' },
`,
  },
  // Its place on several servers.
  {
    file: 'ops/citus/tables.sql',
    before: /^\n {2}-- Every request/m,
    text: `  ('sample_thing', 'reseller_id'),\n`,
  },
  // The reason of its CONFLICT.
  {
    file: 'docs/errors.md',
    before: /^\n```json\n\{\n {2}"errors": \[\n {4}\{\n {6}"message": "An application that is APPROVED/m,
    text: '| `SAMPLE_THING_STATUS` | The sample thing is already approved | Load the list again |\n',
  },
  { file: 'web/src/shared/forms/conflict.reasons.ts', before: /^\] as const/m, text: `  'SAMPLE_THING_STATUS',\n` },
  {
    file: 'web/src/locales/en/common/conflicts.ts',
    before: /^};/m,
    text: `  SAMPLE_THING_STATUS: 'This has already been approved. Reload the page.',\n`,
  },
  {
    file: 'web/src/locales/de/common/conflicts.ts',
    before: /^};/m,
    text: `  SAMPLE_THING_STATUS: 'Das wurde bereits genehmigt. Laden Sie die Seite neu.',\n`,
  },
  // Its audit actions in words.
  {
    file: 'web/src/locales/en/common/actions.ts',
    before: /^ {2}OTHER:/m,
    text: `  SAMPLE_THING_CREATED: 'Created a sample thing',\n  SAMPLE_THING_APPROVED: 'Approved a sample thing',\n`,
  },
  {
    file: 'web/src/locales/de/common/actions.ts',
    before: /^ {2}OTHER:/m,
    text: `  SAMPLE_THING_CREATED: 'Musterstück angelegt',\n  SAMPLE_THING_APPROVED: 'Musterstück genehmigt',\n`,
  },
  {
    file: 'web/src/locales/en/activity.ts',
    before: /^ {2}OTHER:/m,
    text: `  SAMPLE_THING_CREATED: { any: '{{actor}} created {{subject}}' },\n  SAMPLE_THING_APPROVED: { any: '{{actor}} approved {{subject}}' },\n`,
  },
  {
    file: 'web/src/locales/de/activity.ts',
    before: /^ {4}OTHER:/m,
    text: `    SAMPLE_THING_CREATED: { any: '{{actor}} hat {{subject}} angelegt' },\n    SAMPLE_THING_APPROVED: { any: '{{actor}} hat {{subject}} genehmigt' },\n`,
  },
  {
    file: 'web/src/activity/kinds.ts',
    before: /^ {2}OTHER:/m,
    text: `  SAMPLE_THING_CREATED: 'system',\n  SAMPLE_THING_APPROVED: 'system',\n`,
  },
  // Its pages.
  {
    file: 'web/src/partner/partner.routes.ts',
    before: /^\nconst pages/m,
    text: `import { sampleThingsSearch } from './sample-things/sample-things.search.ts';\n`,
  },
  {
    file: 'web/src/partner/partner.routes.ts',
    before: /^const members = createRoute/m,
    text: `const sampleThings = createRoute({
  getParentRoute: () => shell,
  path: '/sample-things',
  validateSearch: sampleThingsSearch,
  component: lazyRouteComponent(pages, 'SampleThingsPage'),
});

`,
  },
  { file: 'web/src/partner/partner.routes.ts', before: /,\s+members,\s+apiKeys,/, text: ', sampleThings' },
  {
    file: 'web/src/partner/partner.pages.ts',
    before: /^export \{ MembersPage/m,
    text: `export { SampleThingsPage } from './sample-things/sample-things.page.tsx';\n`,
  },
  {
    file: 'web/src/partner/partner.shell.tsx',
    before: /^\nexport function/m,
    text: `import { useSampleThingsItem } from './sample-things/sample-things.menu.tsx';\n`,
  },
  {
    file: 'web/src/partner/partner.shell.tsx',
    before: /^ *\{\s+to: '\/partner\/activity'/m,
    text: 'useSampleThingsItem(),\n',
  },
  {
    file: 'web/src/admin/admin.routes.ts',
    before: /^\nconst pages/m,
    text: `import { sampleThingsSearch } from '../partner/sample-things/sample-things.search.ts';\n`,
  },
  {
    file: 'web/src/admin/admin.routes.ts',
    before: /^const team = createRoute/m,
    text: `const sampleThings = createRoute({
  getParentRoute: () => shell,
  path: '/sample-things',
  validateSearch: sampleThingsSearch,
  component: lazyRouteComponent(pages, 'AllSampleThingsPage'),
});

`,
  },
  { file: 'web/src/admin/admin.routes.ts', before: /,\s+team,\s+apiKeys,/, text: ', sampleThings' },
  {
    file: 'web/src/admin/admin.pages.ts',
    before: /^export \{ AdminsPage/m,
    text: `export { AllSampleThingsPage } from './sample-things/all.sample-things.page.tsx';\n`,
  },
  {
    file: 'web/src/admin/admin.shell.tsx',
    before: /^\nexport function/m,
    text: `import { useAllSampleThingsItem } from './sample-things/all.sample-things.menu.tsx';\n`,
  },
  {
    file: 'web/src/admin/admin.shell.tsx',
    before: /^ *\{\s+to: '\/admin\/team'/m,
    text: 'useAllSampleThingsItem(),\n',
  },
  {
    file: 'web/src/partner/rights.ts',
    before: /(?![^])/,
    text: `
export const mayCreateSampleThings = ({ partnerRole }: Viewer): boolean =>
  partnerRole === PartnerRole.Owner || partnerRole === PartnerRole.Member;
`,
  },
  // Its texts.
  {
    file: 'web/src/i18n.ts',
    before: /^import \{ stored/m,
    text: `import type sampleThings from './locales/en/sample-things.ts';\n`,
  },
  { file: 'web/src/i18n.ts', before: /^ {6}security: typeof/m, text: '      sampleThings: typeof sampleThings;\n' },
  {
    file: 'web/src/locales/signed-in/en.ts',
    before: /(?![^])/,
    text: `export { default as sampleThings } from '../en/sample-things.ts';\n`,
  },
  {
    file: 'web/src/locales/signed-in/de.ts',
    before: /(?![^])/,
    text: `export { default as sampleThings } from '../de/sample-things.ts';\n`,
  },
  // Its rows and callers for the generated tests.
  {
    file: 'test/support/given/samples.ts',
    before: /^\n\/\*\*/m,
    text: `import { sampleThingSamples } from './sample-things.ts';\n`,
  },
  { file: 'test/support/given/samples.ts', before: /(?<=: readonly Samples\[\] = \[)/, text: 'sampleThingSamples, ' },
  {
    file: 'test/support/oracles/permission.matrix.ts',
    before: /^ {2}'Query\.viewer'/m,
    text: `  'Mutation.approveSampleThing': PARTNER_MANAGERS,
  'Mutation.createSampleThing': KEY_MANAGERS,
  'Query.sampleThings': SIGNED_IN,
`,
  },
  {
    file: 'test/e2e/pages.ts',
    before: /^ {2}\{\s+name: 'partner-members'/m,
    text: `  {
    name: 'partner-sample-things',
    title: 'Sample things',
    purpose: 'Lists the sample things of the partner, and adds new ones.',
    as: 'reseller',
    path: '/partner/sample-things',
  },\n`,
  },
  {
    file: 'test/e2e/pages.ts',
    before: /^ {2}\{\s+name: 'admin-team'/m,
    text: `  {
    name: 'admin-sample-things',
    title: 'Sample things of partners',
    purpose: 'Admins approve the sample things of partners.',
    as: 'admin',
    path: '/admin/sample-things',
  },\n`,
  },
  // A sample of its email.
  {
    file: 'test/support/given/email.samples.ts',
    before: /^\nexport const sampleApplication/m,
    text: `import { approved as sampleThingApproved } from '../../../src/sample-things/sample-thing.emails.tsx';
import { SampleThing } from '../../../src/sample-things/sample-thing.entity.ts';
`,
  },
  {
    file: 'test/support/given/email.samples.ts',
    before: /^\];/m,
    text: `  sampleThingApproved(Object.assign(new SampleThing(), { name: 'Acme & Sons' }), user),\n`,
  },
  {
    file: 'CHANGELOG.md',
    before: /^\n### (?!Added)/m,
    text: '- Sample things: partners create and list them, admins approve them, and their creators get an email.\n',
  },
];
