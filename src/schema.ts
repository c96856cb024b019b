import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import {
  ApplicationPartnerResolver,
  PartnerApplicationOfAccountResolver,
  PartnerApplicationOfPartnershipResolver,
} from './applications/application-partner.resolver.ts';
import { ApplicantResolver } from './applications/applicant.resolver.ts';
import { PartnerApplication } from './applications/application.entity.ts';
import { PartnerApplicationResolver } from './applications/application.resolver.ts';
import { applicationRules } from './applications/application.rules.ts';
import { AssignmentResolver } from './applications/assignment.resolver.ts';
import { DecisionResolver } from './applications/decision.resolver.ts';
import { DuplicatesResolver } from './applications/duplicates.resolver.ts';
import { ExportResolver } from './applications/export.resolver.ts';
import { ApplicationExport } from './applications/application-export.entity.ts';
import { PartnerApplicationNote } from './applications/application-note.entity.ts';
import { ApplicationReceipt } from './applications/application-receipt.entity.ts';
import { ApplicationStatusChange } from './applications/application-status-change.entity.ts';
import { StatisticsResolver } from './applications/statistics.resolver.ts';
import { validateArgument } from './core/argument.validation.ts';
import { IdempotencyKey } from './core/idempotency-key.entity.ts';
import { protect } from './core/permissions.ts';
import { EmailMessage } from './email/email-message.entity.ts';
import { EmailResolver } from './email/email.resolver.ts';
import { emailRules } from './email/email.rules.ts';
import { AccountSecurityResolver } from './identity/account-security.resolver.ts';
import { accountSecurityRules } from './identity/account-security.rules.ts';
import { AdminResolver } from './identity/admin.resolver.ts';
import { ApiKey } from './identity/api-key.entity.ts';
import { ApiKeyUse } from './identity/api-key-use.entity.ts';
import { ApiKeyResolver } from './identity/api-key.resolver.ts';
import { apiKeyRules } from './identity/api-key.rules.ts';
import { InvitationResolver } from './identity/invitation.resolver.ts';
import { MemberResolver } from './identity/member.resolver.ts';
import { memberRules } from './identity/member.rules.ts';
import { UserSession } from './identity/session.entity.ts';
import { SessionResolver } from './identity/session.resolver.ts';
import { sessionRules } from './identity/session.rules.ts';
import { RecoveryCode } from './identity/recovery-code.entity.ts';
import { SecondFactor } from './identity/second-factor.entity.ts';
import { SecondFactorResolver } from './identity/second-factor.resolver.ts';
import { User } from './identity/user.entity.ts';
import { UserToken } from './identity/user-token.entity.ts';
import { AuditEvent } from './audit/audit-event.entity.ts';
import { AuditEventResolver } from './audit/audit-event.resolver.ts';
import { auditEventRules } from './audit/audit-event.rules.ts';
import { ClientAccount } from './clients/client-account.entity.ts';
import { ClientAccountResolver } from './clients/client-account.resolver.ts';
import { clientAccountRules } from './clients/client-account.rules.ts';
import { ClientAccessSession } from './access/client-access-session.entity.ts';
import { ClientAccessResolver } from './access/client-access.resolver.ts';
import { clientAccessRules } from './access/client-access.rules.ts';
import { PartnerAccount } from './partners/partner-account.entity.ts';
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
