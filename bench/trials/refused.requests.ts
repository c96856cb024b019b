/** A refused request. The index makes each document new. */
export interface RefusedRequest {
  query: string;
  variables?: object;
}

const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

/** Documents that are refused, each as large as the limits or the body allow. */
const REFUSED: Record<string, (index: number) => string> = {
  '495 times fields{name} below __schema': () => `{__schema{types{${repeat(495, () => 'fields{name}')}}}}`,
  '100 unknown fields among 125,000 line ends': () => `{${repeat(100, (i) => `x${i}${'\n'.repeat(1_250)}`)}}`,
  '100 unknown fields among 1,900 line ends': () => `{${repeat(100, (i) => `x${i}${'\n'.repeat(19)}`)}}`,
  '390 unknown fields': () => `{${repeat(390, (i) => `x${i}`)}}`,
  '390 unused variables': () => `query(${repeat(390, (i) => `$v${i}:Int`)}){__typename}`,
  '390 variables of unknown types': () => `query(${repeat(390, (i) => `$v${i}:T${i}`)}){__typename}`,
  '600 unknown arguments': () => `{viewer(${repeat(600, (i) => `a${i}:1`)}){id}}`,
  '600 times one argument': () => `{partnerApplications(${repeat(600, () => 'limit:1')}){items{id}}}`,
  '1,900 wrong values': () => `{partnerApplications(filter:{status:[${repeat(1_900, () => 'X')}]}){items{id}}}`,
  '450 levels of input': () => `{partnerApplications(filter:${'{a:'.repeat(450)}1${'}'.repeat(450)}){items{id}}}`,
  '4,000 fragments': () => repeat(4_000, (i) => `fragment f${i} on Query{x}`),
  '300 unknown fragments': () => `{${repeat(300, (i) => `...f${i}`)}}`,
  'circular fragments': () => `{...f0} ${repeat(100, (i) => `fragment f${i} on Query{...f${(i + 1) % 100}}`)}`,
  '50 unknown directives': () => `{viewer{id ${repeat(50, (i) => `@x${i}`)}}}`,
  '99 fields that overlap': () => `{x partnerApplications{items{${repeat(99, () => 'notes{id}')}}}}`,
  'a string of 28,000 characters': () => `{x(a:"${'x'.repeat(28_000)}")}`,
  'a string of 250,000 characters': () => `{x(a:"${'x'.repeat(250_000)}")}`,
  'a comment of 28,000 characters': () => `#${'x'.repeat(28_000)}\n{x}`,
  '28,000 commas': () => `{${','.repeat(28_000)}x}`,
  'no GraphQL': () => '"'.repeat(28_000),
};

const LIST = 'query($f:PartnerApplicationFilter){partnerApplications(filter:$f){items{id}}}';
const SUBMIT = 'mutation($input:SubmitPartnerApplicationInput!){submitPartnerApplication(input:$input){applicationId}}';
const DECIDE =
  'mutation($input:UpdatePartnerApplicationStatusesInput!){updatePartnerApplicationStatuses(input:$input){id}}';

const fields = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, value]));
const list = (length: number, value: unknown) => Array.from({ length }, () => value);
const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`) as unknown;
const LONG = 'x'.repeat(200_000);

/** Variables that are refused, each as large as the body allows. Their documents are known. */
const REFUSED_VARIABLES: Record<string, RefusedRequest> = {
  '60 unknown fields beside a text of 200,000 characters': {
    query: LIST,
    variables: { f: { search: LONG, ...fields(60, 1) } },
  },
  '1,900 unknown fields beside a text of 200,000 characters': {
    query: LIST,
    variables: { f: { search: LONG, ...fields(1_900, 1) } },
  },
  '1,900 unknown fields': { query: LIST, variables: { f: fields(1_900, 1) } },
  '18,000 unknown fields': { query: LIST, variables: { f: fields(18_000, 1) } },
  'an unknown field of 200,000 characters': { query: LIST, variables: { f: { [LONG]: 1 } } },
  '60 unknown fields of 4,000 characters': {
    query: LIST,
    variables: { f: Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}${'x'.repeat(4_000)}`, 1])) },
  },
  '40 variables with texts of 5,000 characters for numbers': {
    query: `query(${repeat(40, (i) => `$v${i}:Int!`)}){${repeat(40, (i) => `a${i}:partnerApplications(limit:$v${i}){items{id}}`)}}`,
    variables: Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`v${i}`, 'x'.repeat(5_000)])),
  },
  '60,000 unknown statuses': { query: LIST, variables: { f: { status: list(60_000, 'X') } } },
  '20,000 statuses': { query: LIST, variables: { f: { status: list(20_000, 'PENDING') } } },
  '60,000 texts of an empty list': { query: LIST, variables: { f: { industry: list(60_000, '') } } },
  'a text of 60,000 accents': { query: LIST, variables: { f: { search: `a${'\u0301'.repeat(60_000)}` } } },
  'a text of 200,000 characters': { query: LIST, variables: { f: { search: LONG } } },
  'a list of 40,000 nulls': { query: DECIDE, variables: { input: { applications: list(40_000, null) } } },
  'a list of 60,000 empty objects': { query: DECIDE, variables: { input: { applications: list(60_000, {}) } } },
  'a list nested 1,000 times': { query: LIST, variables: { f: { status: nested(1_000) } } },
  'an application with five texts of 15,000 accents': {
    query: SUBMIT,
    variables: {
      input: {
        ...Object.fromEntries(
          ['companyName', 'contactEmail', 'contactName', 'industry', 'motivation'].map((name) => [
            name,
            'e\u0301'.repeat(15_000),
          ]),
        ),
        companySize: 'SIZE_1_10',
        partnershipType: 'RESELLER',
      },
    },
  },
  'an application with a web address of 200,000 characters': {
    query: SUBMIT,
    variables: {
      input: {
        companyName: 'A',
        contactName: 'A',
        contactEmail: 'a@b.example',
        industry: 'A',
        motivation: 'A',
        website: `https://a.example/${LONG}`,
        companySize: 'SIZE_1_10',
        partnershipType: 'RESELLER',
      },
    },
  },
};

/** All of them, by name. */
export const REFUSED_REQUESTS: Record<string, (index: number) => RefusedRequest> = {
  ...Object.fromEntries(
    Object.entries(REFUSED).map(([name, documentOf]) => [
      name,
      (index: number) => ({ query: `${documentOf(index)}#${index}` }),
    ]),
  ),
  ...Object.fromEntries(Object.entries(REFUSED_VARIABLES).map(([name, request]) => [name, () => request])),
};
