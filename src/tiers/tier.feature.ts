import type { Feature } from '../feature.ts';
import { EvaluationResolver } from './evaluation/evaluation.resolver.ts';
import { evaluationRound } from './evaluation/evaluation.round.ts';
import { TierEvaluation } from './evaluation/tier-evaluation.entity.ts';
import { TierGrace } from './evaluation/tier-grace.entity.ts';
import { warningRound } from './evaluation/warning.round.ts';
import { TierStandingResolver } from './standing/tier-standing.resolver.ts';
import { TierTerms } from './terms/tier-terms.entity.ts';
import { TierTermsResolver } from './terms/tier-terms.resolver.ts';
import { tierEmails } from './tier.emails.tsx';
import { tierEvents } from './tier.events.ts';
import { tierRules } from './tier.rules.ts';

const auditActions = {
  'tier.terms_published': 'Terms of a tier were published.',
  'tier.terms_withdrawn': 'Terms of a tier were withdrawn before they began.',
  'partner.tier_at_risk': 'A partner misses a requirement of its tier.',
  'partner.tier_recovered': 'A partner meets all requirements of its tier again.',
} as const;

type TierActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends TierActions {}
}

/** Terms of tiers, and the evaluation of partners: decisions 93 and 94. */
export const tiers: Feature = {
  entities: [TierTerms, TierEvaluation, TierGrace],
  resolvers: [TierTermsResolver, EvaluationResolver, TierStandingResolver],
  rules: [tierRules],
  auditActions,
  events: tierEvents,
  emails: tierEmails,
  rounds: [evaluationRound, warningRound],
};
