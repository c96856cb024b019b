import { mayReadMembers } from '../core/graphql/permissions.ts';
import type { Feature } from '../feature.ts';
import { CompanyChange } from './company-change.entity.ts';
import { CompanyChangeResolver } from './company-change.resolver.ts';
import { companyEmails } from './company.emails.tsx';
import { companyEvents } from './company.events.ts';
import { isCompanyComplete } from './company.first-step.ts';
import { CompanyResolver, WaitingChangesResolver } from './company.resolver.ts';
import { companyRules } from './company.rules.ts';

const auditActions = {
  'partner.company_changed': 'The data of a company was changed, by an owner or by an approved request.',
  'company.change_requested': 'An owner requested a change of company data.',
  'company.change_withdrawn': 'A requested change of company data was withdrawn or replaced.',
  'company.change_decided': 'A requested change of company data was approved or declined.',
} as const;

type CompanyActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends CompanyActions {}
}

/** The company's own data, and the review of its changes: decision 92. */
export const company: Feature = {
  entities: [CompanyChange],
  resolvers: [CompanyResolver, CompanyChangeResolver, WaitingChangesResolver],
  rules: [companyRules],
  auditActions,
  events: companyEvents,
  emails: companyEmails,
  firstSteps: [
    {
      key: 'COMPANY',
      description: 'Complete the data of the company.',
      isFor: mayReadMembers,
      isDone: isCompanyComplete,
    },
  ],
};
