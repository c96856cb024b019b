import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { ApplicationPartnerResolver, PartnerApplicationOfAccountResolver } from './applications/application-partner.resolver.ts';
import { PartnerApplication } from './applications/application.entity.ts';
import { PartnerApplicationResolver } from './applications/application.resolver.ts';
import { applicationRules } from './applications/application.rules.ts';
import { PartnerApplicationNote } from './applications/application-note.entity.ts';
import { ApplicationStatusChange } from './applications/application-status-change.entity.ts';
import { StatisticsResolver } from './applications/statistics.resolver.ts';
import { validateArgument } from './core/argument.validation.ts';
import { IdempotencyKey } from './core/idempotency-key.entity.ts';
import { protect } from './core/permissions.ts';
import { EmailMessage } from './email/email-message.entity.ts';
import { EmailResolver } from './email/email.resolver.ts';
import { emailRules } from './email/email.rules.ts';
import { InvitationResolver } from './identity/invitation.resolver.ts';
import { UserSession } from './identity/session.entity.ts';
import { SessionResolver } from './identity/session.resolver.ts';
import { sessionRules } from './identity/session.rules.ts';
import { User } from './identity/user.entity.ts';
import { UserToken } from './identity/user-token.entity.ts';
import { AuditEvent } from './audit/audit-event.entity.ts';
import { PartnerAccount } from './partners/partner-account.entity.ts';
import { PartnerAccountResolver } from './partners/partner-account.resolver.ts';
import { partnerAccountRules } from './partners/partner-account.rules.ts';
import { ViewerResolver } from './partners/viewer.resolver.ts';

/** A feature is one line in each list. */
export const entities = [
  ApplicationStatusChange,
  AuditEvent,
  EmailMessage,
  IdempotencyKey,
  PartnerAccount,
  PartnerApplication,
  PartnerApplicationNote,
  User,
  UserSession,
  UserToken,
];

const resolvers = [
  ApplicationPartnerResolver,
  EmailResolver,
  InvitationResolver,
  PartnerAccountResolver,
  PartnerApplicationOfAccountResolver,
  PartnerApplicationResolver,
  SessionResolver,
  StatisticsResolver,
  ViewerResolver,
] as const;

const rules = [applicationRules, emailRules, partnerAccountRules, sessionRules];

/** Every feature's types and operations, with who may call them. A root field that no rule speaks of does not build. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({ resolvers, validateFn: validateArgument });
  return protect(schema, rules);
}
