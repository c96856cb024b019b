import type { Operation } from './operation.ts';

/** What someone types: frequent beginnings, parts of names, and one or two letters. */
const TYPED = ['weber', 'polaris', 'muller', 'haus', 'mül', 'ada w'];
const SHORT = ['m', 'we', 'ü', 'po', 'a', '24'];
const DAY_MS = 24 * 60 * 60 * 1_000;

const SEARCH = `query ($text: String!) {
  search(text: $text) {
    applications { id companyName contactName status }
    partners { id companyName partnershipType }
    people { id name email companyName }
  }
}`;

const WAITING = 'id companyName partnershipType status version createdAt assignee { id name }';

/** As the home of an admin asks. */
const HOME = `{
  waitingWork { pending reviewing unassigned mine oldestPendingAt oldestReviewingAt failedEmails }
  pending: partnerApplications(filter: { status: [PENDING] }, sortBy: CREATED_AT, sortOrder: ASC, limit: 30) { items { ${WAITING} } }
  reviewing: partnerApplications(filter: { status: [REVIEWING] }, sortBy: CREATED_AT, sortOrder: ASC, limit: 30) { items { ${WAITING} } }
  failed: emailMessages(filter: { status: [FAILED] }, limit: 10) { items { id recipient template lastError createdAt } }
}`;

const FIGURES = 'total withdrawn byStatus { status count } approvalRate medianHoursToDecision';
const PERIOD = `query ($before: DateTime!, $from: DateTime!, $to: DateTime!) {
  now: partnerApplicationStatistics(from: $from, to: $to) {
    ${FIGURES} byPartnershipType { partnershipType count } byCompanySize { companySize count } byIndustry(first: 8) { industry count }
    overTime(interval: DAY, timeZone: "Europe/Berlin") { periodStart submitted }
  }
  before: partnerApplicationStatistics(from: $before, to: $from) { ${FIGURES} }
}`;

const COUNTS = `query ($filter: PartnerApplicationFilter) {
  partnerApplications(filter: $filter, limit: 20) { counts { pending reviewing approved rejected withdrawn } items { id companyName } pageInfo { totalItems } }
}`;

/** What the pages of an admin ask most. */
export const PAGES: readonly Operation[] = [
  {
    name: 'search',
    title: 'search over everything',
    document: SEARCH,
    variables: (_, index) => ({ text: TYPED[index % TYPED.length] }),
    as: 'admin',
    answersAtLeast: 60,
  },
  {
    name: 'search-short',
    title: 'search over everything, one or two letters',
    document: SEARCH,
    variables: (_, index) => ({ text: SHORT[index % SHORT.length] }),
    as: 'admin',
    answersAtLeast: 60,
  },
  {
    name: 'audit-search',
    title: 'audit log by one or two letters of a name',
    document: 'query ($text: String!) { auditEvents(filter: { search: $text }) { items { id } } }',
    variables: (_, index) => ({ text: SHORT[index % SHORT.length] }),
    as: 'admin',
    answersAtLeast: 30,
  },
  {
    name: 'counts',
    title: 'list of a type, with total and counts by status',
    document: COUNTS,
    variables: (_, index) => ({ filter: { partnershipType: [['RESELLER', 'REFERRAL', 'TECHNOLOGY'][index % 3]] } }),
    as: 'admin',
    answersAtLeast: 1_000,
  },
  {
    name: 'home',
    title: 'home: waiting work',
    document: HOME,
    variables: () => ({}),
    as: 'admin',
    answersAtLeast: 1_000,
  },
  {
    name: 'home-period',
    title: 'home: figures of 30 days and of the 30 days before',
    document: PERIOD,
    variables: ({ newest }) => ({
      before: new Date(newest.getTime() - 60 * DAY_MS),
      from: new Date(newest.getTime() - 30 * DAY_MS),
      to: newest,
    }),
    as: 'admin',
    answersAtLeast: 1_000,
  },
];
