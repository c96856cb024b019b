import type { PartnershipType } from '../../../applications/application.enums.ts';
import type { Weighted } from '../chance.ts';

/** Facts that a sentence can mention. */
export interface Subject {
  company: string;
  country: string;
  city: string;
  /** As written within a sentence. */
  industry: string;
}

/** Writes one sentence. */
type Sentence = (subject: Subject) => string;

export const INDUSTRIES: readonly Weighted<string>[] = [
  ['Software', 17],
  ['IT Services', 15],
  ['Marketing Agency', 14],
  ['Consulting', 12],
  ['E-Commerce', 7],
  ['Recruiting', 6],
  ['Financial Services', 6],
  ['Telecommunications', 4],
  ['Manufacturing', 4],
  ['Logistics', 3],
  ['Education', 3],
  ['Real Estate', 3],
  ['Healthcare', 2],
  ['Energy', 2],
  ['Hospitality & Events', 1],
  ['Legal Services', 1],
];

/** First sentences of a motivation. */
export const OPENINGS: readonly Sentence[] = [
  ({ company, city }) => `${company} has been advising sales teams from our office in ${city} for many years.`,
  ({ industry, country }) => `We work for clients in ${industry} all over ${country}, most of them family-owned.`,
  ({ company }) =>
    `At ${company} we have used ReachGenie for our own outreach since last spring and would not want to be without it.`,
  ({ city }) => `Three of our clients around ${city} have asked us for ReachGenie by name this quarter.`,
  ({ company, country }) => `${company} is one of the faster growing firms of its kind in ${country}.`,
  ({ industry }) => `Outreach is the weak spot of nearly everyone we meet in ${industry}.`,
  () => 'One of your partners recommended the program to us at a trade fair.',
];

/** Reasons for each type of partnership. */
export const REASONS: Record<PartnershipType, readonly Sentence[]> = {
  RESELLER: [
    () => 'We would like to sell ReachGenie under our own contract, together with onboarding and a monthly review.',
    ({ country }) =>
      `Our clients want one invoice, one contact and support in their own language, and we can give them that in ${country}.`,
    () => 'We expect to bring ten to fifteen client accounts in the first year, and about thirty in the second.',
    () => 'Managing all our clients from one place is what we miss most in the tools that we resell today.',
    ({ industry }) => `A ready-made package for ${industry} is already planned; only the product is missing.`,
    () => 'Two of our people would get certified and do nothing else; this is not a side project for us.',
  ],
  REFERRAL: [
    () => 'We do not resell software, but our recommendations are usually followed.',
    () => 'A simple commission for introductions fits the way we work better than a license of our own.',
    ({ city }) => `We host a breakfast for heads of sales in ${city} every month and are asked for tools each time.`,
    () => 'Last year four of our clients became yours, and we would be glad to build on that.',
    ({ industry }) => `Our newsletter reaches some 6,000 readers in ${industry}.`,
  ],
  TECHNOLOGY: [
    () => 'We want to bring replies and meetings from ReachGenie straight into our product, both ways.',
    () => 'Our users export lists by hand today; an integration would save each of them an hour a week.',
    ({ company }) =>
      `A first connector of ${company} runs against your public API already; we would like to do it properly and support it.`,
    () => 'Single sign-on and a shared directory of contacts would be the first two steps.',
    () => 'We bring about 900 active workspaces that could switch the integration on with one click.',
    () => 'Our engineers have questions on webhooks and rate limits that we would rather discuss with you than guess.',
  ],
};

/** Last sentences of a motivation. */
export const CLOSINGS: readonly Sentence[] = [
  () => 'We would be glad to show you more in a call.',
  () => 'References are available on request.',
  ({ city }) => `You are always welcome to visit us in ${city}.`,
  () => 'A start in the coming quarter would suit us best.',
];

export const CURRENT_SOLUTIONS: readonly Sentence[] = [
  () => 'We run our own campaigns with a CRM and an email tool that are not connected.',
  () => 'Our clients mostly use spreadsheets, and a shared mailbox that no one owns.',
  () => 'We resell a marketing suite today, which is too large for most of the companies that we serve.',
  () => 'Lists are bought once a year and cleaned by hand; replies are sorted by an intern.',
  ({ company }) => `${company} has built a small tool of its own, which we would retire without regret.`,
  () => 'Calls are logged in the CRM, everything else is in three people’s heads.',
  () => 'Nothing worth mentioning so far.',
];

export const TARGET_MARKETS: readonly Sentence[] = [
  ({ industry, country }) => `Companies in ${industry} with 20 to 250 people, in ${country} and its neighbors.`,
  ({ country }) => `Mid-sized manufacturers in ${country} whose field sales is retiring.`,
  () => 'Start-ups after their first round that build a sales team for the first time.',
  ({ city }) => `Agencies and consultancies within an hour of ${city}.`,
  () => "Scale-ups with an outbound team of five to twenty, across Europe; we don't serve consumers.",
  ({ industry }) => `We know ${industry} best, and would stay there for the first year.`,
];

export const ADDITIONAL_INFORMATION: readonly Sentence[] = [
  () => 'We are certified to ISO 27001 and would like to see your data processing agreement first.',
  () => 'Please write rather than call; our office is closed on Friday afternoons.',
  () => 'My colleague applied with a private address by mistake last week. Please keep this one.',
  ({ country }) => `Hosting within the EU is a must for most clients in ${country}.`,
  () => 'Your colleague at the fair in Cologne has our card and a short presentation.',
  () => 'We are already a partner of two CRM vendors.',
];
