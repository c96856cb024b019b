import { ApplicationStatus } from '../../../applications/application.enums.ts';

/** Messages to the applicant for each step. */
export const MESSAGES: Record<ApplicationStatus, readonly string[]> = {
  [ApplicationStatus.PENDING]: [
    'The colleague responsible for your region is away until next week. Your application keeps its place in line.',
    'We are waiting for the documents that you offered to send, and will continue as soon as they arrive.',
  ],
  [ApplicationStatus.REVIEWING]: [
    'Thank you for your patience. We have two questions about your clients and will call you this week.',
    'We have reopened your application after our phone call.',
    'Your application is now with our technology partner team.',
  ],
  [ApplicationStatus.APPROVED]: [
    'Welcome! We were impressed by how well you know your market.\nYour partner manager will call you within two days.',
    'We are glad to have you on board. The next partner onboarding starts on Monday, and an invitation will follow.',
    'It was a pleasure to talk to you. Let’s start with the two clients you mentioned.',
    'Congratulations! The materials for your website are ready when you are.',
  ],
  [ApplicationStatus.REJECTED]: [
    'We already work with several partners in this market and cannot support another one well this year.',
    'This type of partnership requires clients of your own. Please apply again once you have some.',
    'Your product competes with ours in several areas, so we do not see a way to work together at the moment.',
    'We have not been able to reach you by phone or email for three weeks. Get in touch, and we will gladly take another look.',
  ],
};

/** Internal notes of admins about an application. */
export const NOTES: readonly string[] = [
  'Called them, good conversation. They have two clients who could start right away.',
  'Website is up to date, company register checked, no concerns.',
  'Sounds promising, but it is unclear who would handle onboarding on their side. Asked for names.',
  'Met them at the fair in May. Small team, very well connected.',
  'No answer to last week’s email. Will call on Thursday.',
  'References called:\n– first one delighted, has worked with them for six years\n– second one satisfied, “a bit slow in December”',
  'Asked legal about the data processing agreement; they see no problem.',
  'Overlaps with one of our partners in the same town. Spoke to them, they do not mind.',
  'Wants a higher commission than our model allows. Explained the tiers; they will think about it.',
  'Technical call done: they know our API better than some of us do. I recommend approving.',
  'Seems to want only the free license. I recommend declining, in a friendly way.',
  'Second application from this group. The first one came from their southern office. Same people.',
  'Their plan for the first year:\n1. two pilots by the end of the quarter\n2. a page of their own about us\n3. ten accounts',
  'Please wait for the figures they promised before deciding.',
];
