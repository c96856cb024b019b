import type { Feature } from '../feature.ts';
import { AccountSecurityResolver } from './account-security/account-security.resolver.ts';
import { accountSecurityRules } from './account-security/account-security.rules.ts';
import { credentialEmails } from './account-security/credential.emails.tsx';
import { ApiKey } from './api-keys/api-key.entity.ts';
import { ApiKeyUse } from './api-keys/api-key-use.entity.ts';
import { forgetOldUses } from './api-keys/api-key.log.ts';
import { ApiKeyResolver } from './api-keys/api-key.resolver.ts';
import { apiKeyRules } from './api-keys/api-key.rules.ts';
import { serveIdentity } from './identity.served.ts';
import { accountLinkQueues } from './invitations/account-link.queues.ts';
import { identityEmails } from './invitations/identity.emails.tsx';
import { InvitationResolver } from './invitations/invitation.resolver.ts';
import { UserToken } from './invitations/user-token.entity.ts';
import { forgetExpiredTokens } from './invitations/user.token.ts';
import { RecoveryCode } from './second-factors/recovery-code.entity.ts';
import { SecondFactor } from './second-factors/second-factor.entity.ts';
import { SecondFactorResolver } from './second-factors/second-factor.resolver.ts';
import { encryptFactorsAnew } from './second-factors/second-factor.service.ts';
import { UserSession } from './sessions/session.entity.ts';
import { SessionResolver } from './sessions/session.resolver.ts';
import { sessionRules } from './sessions/session.rules.ts';
import { forgetOldSessions } from './sessions/session.service.ts';
import { SettingsResolver } from './settings/settings.resolver.ts';
import { AdminResolver } from './users/admin.resolver.ts';
import { createFirstAdmin } from './users/first.admin.ts';
import { MemberResolver } from './users/member.resolver.ts';
import { memberRules } from './users/member.rules.ts';
import { firstSteps } from './users/first.steps.ts';
import { User } from './users/user.entity.ts';
import { memberEvents } from './users/member.events.ts';

const auditActions = {
  'session.started': 'A user signed in.',
  'session.ended': 'A session ended.',
  'user.invited': 'A user was invited.',
  'user.invitation_resent': 'An invitation was sent again.',
  'user.joined': 'A user accepted the invitation.',
  'user.role_changed': 'A user’s role was changed.',
  'user.settings_changed': 'A user changed their own name or settings.',
  'user.removed': 'A user was removed.',
  'user.password_reset': 'A user set a new password with a mailed link.',
  'user.password_changed': 'A user changed their password.',
  'user.factor_added': 'A user added a second factor.',
  'user.factor_removed': 'A user removed their second factor.',
  'user.factor_reset': 'Someone else removed a user’s second factor.',
  'user.recovery_codes_renewed': 'A user created new recovery codes.',
  'user.recovery_code_used': 'A user used a recovery code.',
  'api_key.created': 'An API key was created.',
  'api_key.rotated': 'An API key was replaced with a new one.',
  'api_key.revoked': 'An API key was revoked.',
} as const;

type IdentityActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends IdentityActions {}
}

/** Users, their sessions, second factors and API keys. */
export const identity: Feature = {
  entities: [ApiKey, ApiKeyUse, RecoveryCode, SecondFactor, User, UserSession, UserToken],
  resolvers: [
    AccountSecurityResolver,
    AdminResolver,
    ApiKeyResolver,
    InvitationResolver,
    MemberResolver,
    SecondFactorResolver,
    SessionResolver,
    SettingsResolver,
  ],
  rules: [accountSecurityRules, apiKeyRules, memberRules, sessionRules],
  auditActions,
  events: memberEvents,
  firstSteps,
  emails: [...identityEmails, ...credentialEmails],
  queues: accountLinkQueues,
  start: ({ orm, config }) => createFirstAdmin(orm.em, config.firstAdmin, config.production),
  work: async ({ orm, jobs, pollingSeconds }) => {
    const { mailAccountLinks } = await import('./invitations/account-link.job.ts');
    await mailAccountLinks(orm.em, jobs, pollingSeconds);
  },
  tidy: [forgetOldSessions, forgetOldUses, forgetExpiredTokens, encryptFactorsAnew],
  serve: serveIdentity,
};
