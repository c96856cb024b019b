import { AuditAction } from '../../generated/enums.ts';

/** The actions of the audit trail that change the version of each kind of thing: one event for each version. */
export const CHANGING = {
  application: [
    AuditAction.ApplicationStatusChanged,
    AuditAction.ApplicationAssigned,
    AuditAction.ApplicationWithdrawn,
  ],
  partner: [AuditAction.PartnerUpdated],
  client: [AuditAction.ClientUpdated, AuditAction.ClientSubscriptionChanged],
  user: [
    AuditAction.UserJoined,
    AuditAction.UserRoleChanged,
    AuditAction.UserRemoved,
    AuditAction.UserPasswordReset,
    AuditAction.UserPasswordChanged,
    AuditAction.UserFactorAdded,
    AuditAction.UserFactorRemoved,
    AuditAction.UserFactorReset,
  ],
};
