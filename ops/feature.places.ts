/** A place of an existing file that a new feature is written into. `text` and `file` are in the words of the template. */
export interface Place {
  file: string;
  /** Where `text` goes: before this. The first match counts. */
  before: RegExp;
  text: string;
}

/** Every place that names each feature. CONTRIBUTING.md leads through them in the same order. */
export const PLACES: readonly Place[] = [
  // The room, its registration, and its permissions.
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
export const canReadSampleThings = allow({ PARTNER: { roles: PARTNER_USERS, scopes: ['READ'] } });
export const canCreateSampleThings = allow({ PARTNER: { roles: ['OWNER', 'MEMBER'] } });
export const canApproveSampleThings = allow({ PARTNER: { roles: ['OWNER'] } });
`,
  },
  // The reason of its CONFLICT.
  {
    file: 'docs/errors.md',
    before: /^\n```json\n\{\n {2}"errors": \[\n {4}\{\n {6}"message": "An application that is APPROVED/m,
    text: '| `SAMPLE_THING_STATUS` | The sample thing is approved already | Load the list again |\n',
  },
  { file: 'web/src/shared/forms/conflict.reasons.ts', before: /^\] as const/m, text: `  'SAMPLE_THING_STATUS',\n` },
  {
    file: 'web/src/locales/en/conflicts.ts',
    before: /^};/m,
    text: `  SAMPLE_THING_STATUS: 'This has already been approved. Reload the page.',\n`,
  },
  {
    file: 'web/src/locales/de/conflicts.ts',
    before: /^};/m,
    text: `  SAMPLE_THING_STATUS: 'Das wurde bereits genehmigt. Laden Sie die Seite neu.',\n`,
  },
  // Its audit actions in words.
  {
    file: 'web/src/locales/en/actions.ts',
    before: /^ {2}OTHER:/m,
    text: `  SAMPLE_THING_CREATED: 'Created a sample thing',\n  SAMPLE_THING_APPROVED: 'Approved a sample thing',\n`,
  },
  {
    file: 'web/src/locales/de/actions.ts',
    before: /^ {2}OTHER:/m,
    text: `  SAMPLE_THING_CREATED: 'Musterstück angelegt',\n  SAMPLE_THING_APPROVED: 'Musterstück genehmigt',\n`,
  },
  // Its page.
  {
    file: 'web/src/partner/partner.routes.ts',
    before: /ClientAccountSortField,/,
    text: 'SampleThingSortField, ',
  },
  {
    file: 'web/src/partner/partner.routes.ts',
    before: /^const members = createRoute/m,
    text: `const sampleThings = createRoute({
  getParentRoute: () => shell,
  path: '/sample-things',
  validateSearch: (search: Record<string, unknown>): PageSearch<SampleThingSortField> =>
    pageSearch(search, SampleThingSortField),
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
    text: `import { SampleThingsLink } from './sample-things/sample-things.link.tsx';\n`,
  },
  {
    file: 'web/src/partner/partner.shell.tsx',
    before: /^ *<MenuLink\n *to="\/partner\/activity"/m,
    text: '<SampleThingsLink />\n',
  },
  {
    file: 'web/src/partner/rights.ts',
    before: /(?![^])/,
    text: `
export const mayCreateSampleThings = ({ partnerRole }: Viewer): boolean =>
  partnerRole === PartnerRole.Owner || partnerRole === PartnerRole.Member;

export const mayApproveSampleThings = ({ partnerRole }: Viewer): boolean => partnerRole === PartnerRole.Owner;
`,
  },
  {
    file: 'web/src/locales/en/portal.ts',
    before: /^ {2}members: \{/m,
    text: `  sampleThings: {
    title: 'Sample things',
    add: 'Add sample thing',
    empty: 'You have no sample things yet',
    name: 'Name',
    status: 'Status',
    since: 'Created',
    statuses: { PENDING: 'Pending', APPROVED: 'Approved' },
    approve: 'Approve',
    approveMeans: 'The user who created {{name}} gets an email. You cannot undo this.',
    created: '{{name}} was added.',
    approved: '{{name}} was approved.',
  },
`,
  },
  {
    file: 'web/src/locales/de/portal.ts',
    before: /^ {2}members: \{/m,
    text: `  sampleThings: {
    title: 'Musterstücke',
    add: 'Musterstück anlegen',
    empty: 'Noch keine Musterstücke vorhanden',
    name: 'Name',
    status: 'Status',
    since: 'Angelegt',
    statuses: { PENDING: 'Ausstehend', APPROVED: 'Genehmigt' },
    approve: 'Genehmigen',
    approveMeans: 'Die Person, die {{name}} angelegt hat, erhält eine E-Mail. Das lässt sich nicht rückgängig machen.',
    created: '{{name}} wurde angelegt.',
    approved: '{{name}} wurde genehmigt.',
  },
`,
  },
  // Its rows and callers for the generated tests.
  {
    file: 'test/support/given/samples.ts',
    before: /^\n\/\*\*/m,
    text: `import { sampleThingSamples } from './sample-things.ts';\n`,
  },
  { file: 'test/support/given/samples.ts', before: /(?<== \[\s*)clientSamples/, text: 'sampleThingSamples, ' },
  {
    file: 'test/security/permissions.test.ts',
    before: /^ {2}'Query\.viewer'/m,
    text: `  'Mutation.approveSampleThing': OWNERS,
  'Mutation.createSampleThing': KEY_MANAGERS,
  'Query.sampleThings': [...users(...PARTNER_ROLES), 'API key'],
`,
  },
  {
    file: 'test/e2e/pages.ts',
    before: /^ {2}\{ name: 'partner-members'/m,
    text: `  { name: 'partner-sample-things', title: 'Sample things', as: 'reseller', path: '/partner/sample-things' },\n`,
  },
  {
    file: 'CHANGELOG.md',
    before: /^\n### (?!Added)/m,
    text: '- Sample things: partners create and list them, owners approve them, and their creators get an email.\n',
  },
];
