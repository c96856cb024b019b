import { sql } from 'kysely';
import type { Feature } from '../feature.ts';
import { AgreementAcceptanceResolver } from './acceptance/agreement-acceptance.resolver.ts';
import { agreementGates } from './acceptance/agreement.download.ts';
import { AgreementAcceptance } from './agreement-acceptance.entity.ts';
import { AgreementVersion } from './agreement-version.entity.ts';
import { agreementEmails } from './agreement.emails.tsx';
import { Agreement } from './agreement.entity.ts';
import { agreementEvents } from './agreement.events.ts';
import { sendAgreementNotices } from './agreement.notices.ts';
import { agreementRules } from './agreement.rules.ts';
import { AgreementResolver, AgreementVersionResolver } from './catalog/agreement.resolver.ts';
import { AgreementStanding } from './standing/agreement-standing.entity.ts';
import { AgreementStandingResolver } from './standing/agreement-standing.resolver.ts';

const auditActions = {
  'agreement.created': 'An agreement was created.',
  'agreement.version_published': 'A version of an agreement was published.',
  'agreement.version_withdrawn': 'A version of an agreement was withdrawn before it was binding.',
  'agreement.countersigned': 'The countersigned copy of a negotiated agreement was added.',
  'agreement.accepted': 'An owner accepted a version of an agreement.',
} as const;

type AgreementActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends AgreementActions {}
}

/** Agreements with partners, and their acceptance: decision 91. */
export const agreements: Feature = {
  entities: [Agreement, AgreementVersion, AgreementAcceptance, AgreementStanding],
  resolvers: [AgreementResolver, AgreementVersionResolver, AgreementAcceptanceResolver, AgreementStandingResolver],
  rules: [agreementRules],
  auditActions,
  emails: agreementEmails,
  events: agreementEvents,
  fileGates: agreementGates,
  everyMinute: [sendAgreementNotices],
  firstSteps: [
    {
      key: 'AGREEMENTS',
      description: 'Accept the binding agreements.',
      isFor: ({ roles }) => roles?.includes('OWNER') === true,
      // Partners without a required agreement have nothing to do.
      isShown: () => sql`exists (select from own_agreement_versions() where is_open and is_required)`,
      isDone: () => sql`missing_agreements() is null`,
    },
  ],
};
