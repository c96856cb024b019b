import { AuditAction } from '../../generated/enums.ts';

/** Audit actions that increment an object's version, one event per version. */
export const CHANGING = {
  application: [
    AuditAction.ApplicationStatusChanged,
    AuditAction.ApplicationUpdated,
    AuditAction.ApplicationAssigned,
    AuditAction.ApplicationWithdrawn,
  ],
  partner: [AuditAction.PartnerUpdated, AuditAction.PartnerCompanyChanged, AuditAction.PartnerManagerAssigned],
  company: [AuditAction.CompanyChangeRequested, AuditAction.CompanyChangeWithdrawn, AuditAction.CompanyChangeDecided],
  client: [AuditAction.ClientUpdated, AuditAction.ClientSubscriptionChanged],
  onboarding: [AuditAction.OnboardingPlanSaved],
  webhook: [AuditAction.WebhookEndpointUpdated, AuditAction.WebhookEndpointDisabled, AuditAction.WebhookSecretRotated],
  user: [
    AuditAction.UserJoined,
    AuditAction.UserRoleChanged,
    AuditAction.UserRemoved,
    AuditAction.UserSettingsChanged,
    AuditAction.UserPasswordReset,
    AuditAction.UserPasswordChanged,
    AuditAction.UserFactorAdded,
    AuditAction.UserFactorRemoved,
    AuditAction.UserFactorReset,
  ],
};
