import { sampleApplication } from '../src/dev/sample.applications.ts';
import type { Server } from './server.process.ts';

/** What was found in the data beforehand, to ask for. */
export interface Sample {
  /** Applications from all over the list. */
  applications: { id: string; contactEmail: string }[];
  /** Where the last page but one begins. */
  farCursor: string;
  /** When the newest application came: "today" of the data. */
  newest: Date;
}

/** One kind of request. */
export interface Operation {
  /** For `--only`. */
  name: string;
  /** What it is, in a few words. */
  title: string;
  document: string;
  /** Of the request with this index. `{{number}}` in a text becomes a number of its own. */
  variables: (sample: Sample, index: number) => object;
  /** Whether anybody may ask. */
  anonymous?: true;
  /** How much of `data` a right answer has, as JSON: what is shorter was not what we asked for. */
  answersAtLeast: number;
}

const APPLICATION = `id companyName contactName contactEmail contactPhone website partnershipType companySize industry
  currentSolutions targetMarket motivation additionalInformation status version decidedAt createdAt updatedAt`;
const PAGE_INFO = 'pageInfo { page limit hasNextPage hasPreviousPage endCursor }';
const COUNTED_PAGE_INFO = 'pageInfo { page limit totalItems totalPages hasNextPage hasPreviousPage endCursor }';

const list = (pageInfo: string) => `
  query ($filter: PartnerApplicationFilter, $after: String) {
    partnerApplications(filter: $filter, after: $after) { items { ${APPLICATION} } ${pageInfo} }
  }`;
const OVER_TIME = `
  query ($from: DateTime, $timeZone: String!) {
    partnerApplicationStatistics(from: $from) {
      overTime(interval: DAY, timeZone: $timeZone) { periodStart submitted approved rejected }
    }
  }`;

const STATUSES = ['PENDING', 'REVIEWING', 'APPROVED', 'REJECTED'];
/** Texts that one application in some fifty has. */
const FREQUENT = ['weber', 'patel', 'größmann', 'müller', 'systemhaus', 'polaris'];
const DAY_MS = 24 * 60 * 60 * 1_000;

export const OPERATIONS: readonly Operation[] = [
  { name: 'list', title: 'first page', document: list(PAGE_INFO), variables: () => ({}), answersAtLeast: 10_000 },
  {
    name: 'list-total',
    title: 'first page with total',
    document: list(COUNTED_PAGE_INFO),
    variables: () => ({}),
    answersAtLeast: 10_000,
  },
  {
    name: 'list-status',
    title: 'first page of a status with total',
    document: list(COUNTED_PAGE_INFO),
    variables: (_, index) => ({ filter: { status: [STATUSES[index % STATUSES.length]] } }),
    answersAtLeast: 10_000,
  },
  {
    name: 'list-far',
    title: 'last page but one, by cursor',
    document: list(PAGE_INFO),
    variables: ({ farCursor }) => ({ after: farCursor }),
    answersAtLeast: 10_000,
  },
  {
    name: 'details',
    title: 'details with notes',
    document: `query ($id: ID!) { partnerApplication(id: $id) { ${APPLICATION} notes { id authorName note createdAt } } }`,
    variables: ({ applications }, index) => ({ id: applications[index % applications.length]?.id }),
    answersAtLeast: 500,
  },
  {
    name: 'statistics',
    title: 'statistics',
    document: `{ partnerApplicationStatistics { total byStatus { status count } byPartnershipType { partnershipType count }
      byCompanySize { companySize count } approvalRate } }`,
    variables: () => ({}),
    answersAtLeast: 500,
  },
  {
    name: 'median',
    title: 'statistics: median, industries',
    document: `{ partnerApplicationStatistics { medianHoursToDecision byIndustry { industry count } } }`,
    variables: () => ({}),
    answersAtLeast: 400,
  },
  {
    name: 'days-utc',
    title: '90 days, in UTC',
    document: OVER_TIME,
    variables: ({ newest }) => ({ from: midnight(daysBefore(newest, 90), 'UTC'), timeZone: 'UTC' }),
    answersAtLeast: 6_000,
  },
  {
    name: 'days-berlin',
    title: '90 days, in Europe/Berlin',
    document: OVER_TIME,
    variables: ({ newest }) => ({ from: midnight(daysBefore(newest, 90), 'Europe/Berlin'), timeZone: 'Europe/Berlin' }),
    answersAtLeast: 6_000,
  },
  {
    name: 'search-one',
    title: 'search that finds one',
    document: list(PAGE_INFO),
    variables: ({ applications }, index) => ({
      filter: { search: applications[index % applications.length]?.contactEmail },
    }),
    answersAtLeast: 500,
  },
  {
    name: 'search-many',
    title: 'search that finds one in fifty',
    document: list(PAGE_INFO),
    variables: (_, index) => ({ filter: { search: FREQUENT[index % FREQUENT.length] } }),
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
        contactEmail: 'applicant{{number}}@bench.example',
      },
    }),
    anonymous: true,
    answersAtLeast: 100,
  },
];

/** Looks around in the data, through the API. */
export async function takeSample({ ask, signIn }: Server): Promise<Sample> {
  const token = await signIn();
  const { partnerApplications: first } = await ask<{ partnerApplications: ListedPage }>(LISTED, { page: 1 }, token);
  const pages = first.pageInfo.totalPages ?? 1;
  const applications: Sample['applications'] = [];
  for (const share of [0, 0.2, 0.4, 0.6, 0.8]) {
    const page = 1 + Math.floor(share * (pages - 1));
    applications.push(
      ...(await ask<{ partnerApplications: ListedPage }>(LISTED, { page }, token)).partnerApplications.items,
    );
  }
  const { partnerApplications: far } = await ask<{ partnerApplications: ListedPage }>(
    LISTED,
    { page: pages - 1 },
    token,
  );
  return {
    applications,
    farCursor: far.pageInfo.endCursor ?? '',
    newest: new Date(first.items[0]?.createdAt ?? Date.now()),
  };
}

interface ListedPage {
  items: { id: string; contactEmail: string; createdAt: string }[];
  pageInfo: { totalPages?: number; endCursor: string | null };
}
const LISTED = `query ($page: Int!) {
  partnerApplications(page: $page, limit: 40) { items { id contactEmail createdAt } pageInfo { totalPages endCursor } }
}`;

const daysBefore = (moment: Date, days: number): Date => new Date(moment.getTime() - days * DAY_MS);

/** The midnight before a moment, where that day has no change of clocks. */
function midnight(moment: Date, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('sv', { timeZone, timeStyle: 'medium' }).format(moment);
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return new Date(
    moment.getTime() - ((hours * 60 + minutes) * 60 + seconds) * 1_000 - moment.getMilliseconds(),
  ).toISOString();
}
