import { sampleApplication } from '../../src/dev/demo/samples/sample.applications.ts';
import { ADMIN } from '../data/admins.ts';
import { MAIL_DOMAIN } from '../data/dataset.ts';
import { APPLICATION as applicationColumns, CLIENT as clientColumns, NARROW, VIEWER } from '../peers/columns.ts';
import type { Operation } from './operation.ts';
import { PAGES } from './page.operations.ts';

const APPLICATION = applicationColumns.join(' ');
const CLIENT = clientColumns.join(' ');
const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';
const COUNTED_PAGE_INFO = 'pageInfo { totalItems page limit }';

const list = (pageInfo: string, columns: readonly string[] = applicationColumns) => `
  query ($filter: PartnerApplicationFilter, $sortBy: PartnerApplicationSortField! = CREATED_AT, $page: Int! = 1, $after: String) {
    partnerApplications(filter: $filter, sortBy: $sortBy, page: $page, after: $after) { items { ${columns.join(' ')} } ${pageInfo} }
  }`;
const clients = (pageInfo: string) => `
  query ($page: Int! = 1, $after: String) { clientAccounts(page: $page, after: $after) { items { ${CLIENT} } ${pageInfo} } }`;
const OVER_TIME = `
  query ($from: DateTime, $timeZone: String!) {
    partnerApplicationStatistics(from: $from) {
      overTime(interval: DAY, timeZone: $timeZone) { periodStart submitted approved rejected }
    }
  }`;

const STATUSES = ['PENDING', 'REVIEWING', 'APPROVED', 'REJECTED'];
/** Each has many applications. */
const INDUSTRIES = ['Software', 'IT Services', 'Marketing Agency', 'Consulting', 'E-Commerce'];
/** Texts that about one application in fifty contains. */
const FREQUENT = ['weber', 'patel', 'größmann', 'müller', 'systemhaus', 'polaris'];
const DAY_MS = 24 * 60 * 60 * 1_000;

const OPERATIONS: readonly Operation[] = [
  ...PAGES,
  {
    name: 'nothing',
    title: 'nothing: what HTTP and Apollo cost',
    document: '{ __typename }',
    variables: () => ({}),
    answersAtLeast: 10,
  },
  {
    name: 'list',
    title: 'list, first page',
    document: list(PAGE_INFO),
    variables: () => ({}),
    as: 'admin',
    answersAtLeast: 10_000,
  },
  {
    name: 'list-total',
    title: 'list of a status, with total',
    document: list(COUNTED_PAGE_INFO),
    variables: (_, index) => ({ filter: { status: [STATUSES[index % STATUSES.length]] }, page: 1 + (index % 5) }),
    as: 'admin',
    answersAtLeast: 10_000,
  },
  {
    name: 'list-narrow',
    title: 'list of a status, three fields, with total',
    document: list(COUNTED_PAGE_INFO, NARROW),
    variables: (_, index) => ({ filter: { status: [STATUSES[index % STATUSES.length]] }, page: 1 + (index % 5) }),
    as: 'admin',
    answersAtLeast: 1_500,
  },
  {
    name: 'list-unassigned',
    title: 'list without assignee, with total',
    document: list(COUNTED_PAGE_INFO),
    variables: (_, index) => ({ filter: { unassigned: true }, page: 1 + (index % 5) }),
    as: 'admin',
    answersAtLeast: 10_000,
  },
  {
    name: 'list-assigned',
    title: 'list of an assignee, with total',
    document: list(COUNTED_PAGE_INFO),
    variables: ({ assignees }, index) => ({
      filter: { assigneeId: assignees[index % assignees.length] },
      page: 1 + (index % 5),
    }),
    as: 'admin',
    answersAtLeast: 10_000,
  },
  {
    name: 'list-combined',
    title: 'list of an industry and a size, with total',
    document: list(COUNTED_PAGE_INFO),
    variables: (_, index) => ({
      filter: { industry: [INDUSTRIES[index % INDUSTRIES.length]], companySize: ['SIZE_11_50'] },
      page: 1 + (index % 5),
    }),
    as: 'admin',
    answersAtLeast: 10_000,
  },
  {
    name: 'list-cursor',
    title: 'list, by cursor in the middle',
    document: list(PAGE_INFO),
    variables: ({ middleCursors }, index) => ({ after: middleCursors[index % middleCursors.length] }),
    as: 'admin',
    answersAtLeast: 10_000,
  },
  {
    name: 'list-sorted',
    title: 'list, by partnership type',
    document: list(PAGE_INFO),
    variables: () => ({ sortBy: 'PARTNERSHIP_TYPE' }),
    as: 'admin',
    answersAtLeast: 10_000,
  },
  {
    name: 'details',
    title: 'details, with notes',
    document: `query ($id: ID!) { partnerApplication(id: $id) { ${APPLICATION} notes { id authorName note createdAt } } }`,
    variables: ({ applications }, index) => ({ id: applications[index % applications.length]?.id }),
    as: 'admin',
    answersAtLeast: 500,
  },
  {
    name: 'clients',
    title: "a reseller's clients, with total",
    document: clients(COUNTED_PAGE_INFO),
    variables: (_, index) => ({ page: 1 + (index % 3) }),
    as: 'reseller',
    answersAtLeast: 5_000,
  },
  {
    name: 'clients-cursor',
    title: "a reseller's clients, far by cursor",
    document: clients(PAGE_INFO),
    variables: ({ clientCursors }, index) => ({ after: clientCursors[index % clientCursors.length] }),
    as: 'reseller',
    answersAtLeast: 5_000,
  },
  {
    name: 'viewer-clients',
    title: "the viewer, with a reseller's clients and total",
    document: `query ($page: Int! = 1) {
      viewer { ${VIEWER.join(' ')} }
      clientAccounts(page: $page) { items { ${CLIENT} } ${COUNTED_PAGE_INFO} }
    }`,
    variables: (_, index) => ({ page: 1 + (index % 3) }),
    as: 'reseller',
    answersAtLeast: 5_000,
  },
  {
    name: 'statistics',
    title: 'statistics',
    document: `{ partnerApplicationStatistics { total byStatus { status count } byPartnershipType { partnershipType count } } }`,
    variables: () => ({}),
    as: 'admin',
    answersAtLeast: 300,
  },
  {
    name: 'median',
    title: 'statistics: median, industries',
    document: `{ partnerApplicationStatistics { medianHoursToDecision byIndustry { industry count } } }`,
    variables: () => ({}),
    as: 'admin',
    answersAtLeast: 400,
  },
  {
    name: 'median-range',
    title: 'statistics: median of 90 days, in Europe/Berlin',
    document: `query ($from: DateTime) { partnerApplicationStatistics(from: $from) { medianHoursToDecision approvalRate } }`,
    variables: ({ newest }) => ({ from: midnight(daysBefore(newest, 90), 'Europe/Berlin') }),
    as: 'admin',
    answersAtLeast: 60,
  },
  {
    name: 'days-utc',
    title: 'statistics: 90 days, in UTC',
    document: OVER_TIME,
    variables: ({ newest }) => ({ from: midnight(daysBefore(newest, 90), 'UTC'), timeZone: 'UTC' }),
    as: 'admin',
    answersAtLeast: 6_000,
  },
  {
    name: 'days-berlin',
    title: 'statistics: 90 days, in Europe/Berlin',
    document: OVER_TIME,
    variables: ({ newest }) => ({ from: midnight(daysBefore(newest, 90), 'Europe/Berlin'), timeZone: 'Europe/Berlin' }),
    as: 'admin',
    answersAtLeast: 6_000,
  },
  {
    name: 'search-one',
    title: 'search that finds one',
    document: list(PAGE_INFO),
    variables: ({ applications }, index) => ({
      filter: { search: applications[index % applications.length]?.contactEmail },
    }),
    as: 'admin',
    answersAtLeast: 500,
  },
  {
    name: 'search-many',
    title: 'search that finds one in fifty',
    document: list(PAGE_INFO),
    variables: (_, index) => ({ filter: { search: FREQUENT[index % FREQUENT.length] } }),
    as: 'admin',
    answersAtLeast: 10_000,
  },
  {
    name: 'submit',
    title: 'submit',
    document: `mutation ($input: SubmitPartnerApplicationInput!) {
      submitPartnerApplication(input: $input) { applicationId confirmation }
    }`,
    variables: (_, index) => ({
      input: {
        ...sampleApplication(index),
        companySize: 'SIZE_11_50',
        contactEmail: `applicant{{number}}@${MAIL_DOMAIN}`,
      },
    }),
    answersAtLeast: 100,
  },
  {
    name: 'create-client',
    title: 'create client, with audit',
    document: `mutation ($input: CreateClientAccountInput!) { createClientAccount(input: $input) { ${CLIENT} } }`,
    variables: () => ({
      input: {
        companyName: 'Bench Client {{number}}',
        contactName: 'Bench Person',
        contactEmail: `client{{number}}@${MAIL_DOMAIN}`,
        contactPhone: '+49 30 123',
        subscriptionTier: 'GROWTH',
      },
    }),
    as: 'reseller',
    answersAtLeast: 300,
  },
  {
    name: 'sign-in',
    title: 'sign-in',
    document: `mutation ($email: String!, $password: String!) {
      signIn(email: $email, password: $password) { accessToken viewer { id name } }
    }`,
    variables: () => ADMIN,
    answersAtLeast: 300,
  },
];

const named = (names: string): readonly Operation[] => names.split(' ').map(operationCalled);

/** @throws Error if there is none */
export function operationCalled(name: string): Operation {
  const operation = OPERATIONS.find((each) => each.name === name);
  if (!operation) {
    throw new Error(`Unknown operation ${name}. Use ${OPERATIONS.map((each) => each.name).join(', ')}.`);
  }
  return operation;
}

/** Measured by default. Writes come last. */
export const USUAL = named(
  'nothing list-total list-cursor details clients clients-cursor statistics search-one create-client submit sign-in',
);

/** Operations of the peers and the floor of submissions. */
export const COMPARED = named(
  'list-total list-narrow list-cursor search-many details clients viewer-clients statistics create-client submit',
);

/** Their cost must not grow with the table. */
export const SCALED = named(
  'list list-total list-unassigned list-assigned list-combined list-cursor list-sorted details statistics median median-range days-utc days-berlin search-one search-many submit',
);

/** For the profile. */
export const PROFILED = named('nothing list-total details clients statistics create-client submit');

/** Their tables have row-level security. */
export const TENANTS = named('clients clients-cursor');

const daysBefore = (moment: Date, days: number) => new Date(moment.getTime() - days * DAY_MS);
/** The midnight before a moment. Wrong on a day when the clocks change. */
function midnight(moment: Date, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('sv', { timeZone, timeStyle: 'medium' }).format(moment);
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return new Date(
    moment.getTime() - ((hours * 60 + minutes) * 60 + seconds) * 1_000 - moment.getMilliseconds(),
  ).toISOString();
}
