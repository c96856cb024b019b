import { ApplicationStatus } from '../../applications/application.enums.ts';

/** Messages to the applicant for each step. */
export const MESSAGES: Record<ApplicationStatus, readonly string[]> = {
  [ApplicationStatus.PENDING]: [
    'The colleague who looks after your region is away until next week. Your application keeps its place.',
    'We are waiting for the papers that you wanted to send us, and will go on as soon as they are here.',
  ],
  [ApplicationStatus.REVIEWING]: [
    'Thank you for your patience. We have two questions about your clients and will call you this week.',
    'We have taken up your application once more, with what you have told us on the phone.',
    'Your application is with our team for technical partners now.',
  ],
  [ApplicationStatus.APPROVED]: [
    'Welcome! We were impressed by how well you know your market.\nYour partner manager will call you within two days.',
    'We are glad to have you with us. The next onboarding for partners starts on Monday; an invitation follows.',
    'It was a pleasure to talk to you. Let us begin with the two clients that you mentioned.',
    'Congratulations! The material for your website is ready whenever you are.',
  ],
  [ApplicationStatus.REJECTED]: [
    'We already work with several partners for this market and cannot look after another one well this year.',
    'For this kind of partnership we ask for clients of your own. As soon as you have some, please apply again.',
    'Your product competes with ours in several places, so that we do not see a way to work together at present.',
    'We could not reach you by phone or mail for three weeks. When that has changed, we are happy to look again.',
  ],
};

/** Internal notes of admins about an application. */
export const NOTES: readonly string[] = [
  'Called them, good conversation. They have two clients who would start at once.',
  'Website is up to date, commercial register checked, nothing to worry about.',
  "Sounds promising, but I don't see who would do the onboarding on their side. Asked for names.",
  'Met them at the fair in May. Small team, very well connected.',
  'No answer to my mail of last week. Trying by phone on Thursday.',
  'References called:\n– first one delighted, has worked with them for six years\n– second one satisfied, “a bit slow in December”',
  'Asked legal about the data processing agreement; they see no problem.',
  'Overlaps with a partner of ours in the same town. Spoke to them, they do not mind.',
  'Wants a higher commission than our model allows. Explained the tiers, they will think about it.',
  'Technical call done: they know our API better than some of us. Recommend to approve.',
  'Only wants the free license, as far as I can see. Recommend to decline, in a friendly way.',
  'Second application from this group, the first one came from their office in the south. Same people.',
  'Their plan for the first year:\n1. two pilots by the end of the quarter\n2. a page of their own about us\n3. ten accounts',
  'Please wait for the numbers they promised before we decide.',
];
