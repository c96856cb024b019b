import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import {
  ApplicationPartnerResolver,
  PartnerApplicationOfAccountResolver,
  PartnerApplicationOfPartnershipResolver,
} from './applications/review/application-partner.resolver.ts';
import { ApplicantResolver } from './applications/applicant/applicant.resolver.ts';
import { PartnerApplication } from './applications/application.entity.ts';
import { PartnerApplicationResolver } from './applications/application.resolver.ts';
import { applicationRules } from './applications/application.rules.ts';
import { AssignmentResolver } from './applications/review/assignment.resolver.ts';
import { DecisionResolver } from './applications/review/decision.resolver.ts';
import { DuplicatesResolver } from './applications/list/duplicates.resolver.ts';
import { ExportResolver } from './applications/export/export.resolver.ts';
import { ApplicationExport } from './applications/export/application-export.entity.ts';
import { PartnerApplicationNote } from './applications/review/application-note.entity.ts';
import { ApplicationReceipt } from './applications/submission/application-receipt.entity.ts';
import { ApplicationStatusChange } from './applications/review/application-status-change.entity.ts';
import { StatisticsResolver } from './applications/statistics/statistics.resolver.ts';
import { validateArgument } from './core/graphql/argument.validation.ts';
import { IdempotencyKey } from './core/idempotency/idempotency-key.entity.ts';
import { protect } from './core/graphql/permissions.ts';
import { EmailMessage } from './email/email-message.entity.ts';
import { EmailResolver } from './email/email.resolver.ts';
import { emailRules } from './email/email.rules.ts';
import { AccountSecurityResolver } from './identity/account-security/account-security.resolver.ts';
import { accountSecurityRules } from './identity/account-security/account-security.rules.ts';
import { AdminResolver } from './identity/users/admin.resolver.ts';
import { ApiKey } from './identity/api-keys/api-key.entity.ts';
import { ApiKeyUse } from './identity/api-keys/api-key-use.entity.ts';
import { ApiKeyResolver } from './identity/api-keys/api-key.resolver.ts';
import { apiKeyRules } from './identity/api-keys/api-key.rules.ts';
import { InvitationResolver } from './identity/invitations/invitation.resolver.ts';
import { MemberResolver } from './identity/users/member.resolver.ts';
import { memberRules } from './identity/users/member.rules.ts';
import { UserSession } from './identity/sessions/session.entity.ts';
import { SessionResolver } from './identity/sessions/session.resolver.ts';
import { sessionRules } from './identity/sessions/session.rules.ts';
import { RecoveryCode } from './identity/second-factors/recovery-code.entity.ts';
import { SecondFactor } from './identity/second-factors/second-factor.entity.ts';
import { SecondFactorResolver } from './identity/second-factors/second-factor.resolver.ts';
import { User } from './identity/users/user.entity.ts';
import { UserToken } from './identity/invitations/user-token.entity.ts';
import { AuditEvent } from './audit/audit-event.entity.ts';
import { AuditEventResolver } from './audit/audit-event.resolver.ts';
import { auditEventRules } from './audit/audit-event.rules.ts';
import { ClientAccount } from './clients/client-account.entity.ts';
import { ClientAccountResolver } from './clients/client-account.resolver.ts';
import { clientAccountRules } from './clients/client-account.rules.ts';
import { ClientAccessSession } from './access/client-access-session.entity.ts';
import { ClientAccessResolver } from './access/client-access.resolver.ts';
import { clientAccessRules } from './access/client-access.rules.ts';
import { PartnerAccount } from './tenants/partner-account.entity.ts';
import { PartnerAccountResolver } from './partners/partner-account.resolver.ts';
import { partnerAccountRules } from './partners/partner-account.rules.ts';
import { PartnerOwnerResolver } from './partners/partner-owner.resolver.ts';
import { Partnership } from './partners/partnership.entity.ts';
import { PartnershipResolver, PartnershipsResolver } from './partners/partnership.resolver.ts';
import { ViewerResolver } from './partners/viewer.resolver.ts';

/** A feature is one line in each list. */
export const entities = [
  ApiKey,
  ApiKeyUse,
  ApplicationExport,
  ApplicationReceipt,
  ApplicationStatusChange,
  AuditEvent,
  ClientAccessSession,
  ClientAccount,
  EmailMessage,
  IdempotencyKey,
  PartnerAccount,
  PartnerApplication,
  PartnerApplicationNote,
  Partnership,
  RecoveryCode,
  SecondFactor,
  User,
  UserSession,
  UserToken,
];

const resolvers = [
  AccountSecurityResolver,
  AdminResolver,
  ApiKeyResolver,
  ApplicantResolver,
  ApplicationPartnerResolver,
  AssignmentResolver,
  AuditEventResolver,
  ClientAccessResolver,
  ClientAccountResolver,
  DecisionResolver,
  DuplicatesResolver,
  EmailResolver,
  ExportResolver,
  InvitationResolver,
  MemberResolver,
  PartnerAccountResolver,
  PartnerApplicationOfAccountResolver,
  PartnerApplicationOfPartnershipResolver,
  PartnerApplicationResolver,
  PartnerOwnerResolver,
  PartnershipResolver,
  PartnershipsResolver,
  SecondFactorResolver,
  SessionResolver,
  StatisticsResolver,
  ViewerResolver,
] as const;

/** Who may call what; printed by permissions.print.ts. */
export const rules = [
  accountSecurityRules,
  apiKeyRules,
  applicationRules,
  auditEventRules,
  clientAccessRules,
  clientAccountRules,
  emailRules,
  memberRules,
  partnerAccountRules,
  sessionRules,
];

/** Every feature's types and operations, with who may call them. A root field that no rule speaks of does not build. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({ resolvers, validateFn: validateArgument });
  return protect(schema, rules);
}
