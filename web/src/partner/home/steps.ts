import type { LinkProps } from '@tanstack/react-router';
import type { GettingStartedStepKey } from '../../generated/enums.ts';
import type { FirstStepsQuery } from '../../generated/partner/graphql.ts';

interface KnownStep {
  name: 'agreements' | 'factor' | 'team' | 'client' | 'access' | 'plan' | 'company';
  to: NonNullable<LinkProps['to']>;
}

export interface Step extends KnownStep {
  isDone: boolean;
}

/** The page of each step. */
const KNOWN: Record<GettingStartedStepKey, KnownStep> = {
  AGREEMENTS: { name: 'agreements', to: '/partner/agreements' },
  SECOND_FACTOR: { name: 'factor', to: '/partner/settings' },
  TEAM: { name: 'team', to: '/partner/members' },
  COMPANY: { name: 'company', to: '/partner/company' },
  CLIENT: { name: 'client', to: '/partner/clients' },
  CLIENT_ACCESS: { name: 'access', to: '/partner/clients' },
  ONBOARDING_PLAN: { name: 'plan', to: '/partner/onboarding' },
};

/** Leaves out steps that a later version of the API adds. */
export const stepsOf = (found: FirstStepsQuery['gettingStarted']): Step[] =>
  found.flatMap(({ key, isDone }) => (key in KNOWN ? [{ ...KNOWN[key], isDone }] : []));
