import { AuditAction } from '../generated/enums.ts';

/** The groups of actions that a filter offers. */
export const KINDS = [
  'applications',
  'partners',
  'clients',
  'access',
  'people',
  'signIns',
  'integrations',
  'system',
] as const;
export type Kind = (typeof KINDS)[number];

/** The group of each action. */
const KIND_OF = {
  SESSION_STARTED: 'signIns',
  SESSION_ENDED: 'signIns',
  USER_INVITED: 'people',
  USER_INVITATION_RESENT: 'people',
  USER_JOINED: 'people',
  USER_ROLE_CHANGED: 'people',
  USER_REMOVED: 'people',
  USER_SETTINGS_CHANGED: 'people',
  USER_PASSWORD_RESET: 'signIns',
  USER_PASSWORD_CHANGED: 'signIns',
  USER_FACTOR_ADDED: 'signIns',
  USER_FACTOR_REMOVED: 'signIns',
  USER_FACTOR_RESET: 'signIns',
  USER_RECOVERY_CODES_RENEWED: 'signIns',
  USER_RECOVERY_CODE_USED: 'signIns',
  APPLICATION_STATUS_CHANGED: 'applications',
  APPLICATION_UPDATED: 'applications',
  APPLICATION_ASSIGNED: 'applications',
  APPLICATION_WITHDRAWN: 'applications',
  APPLICATION_EXPORTED: 'applications',
  APPLICATION_NOTE_ADDED: 'applications',
  PARTNER_CREATED: 'partners',
  PARTNER_NOTE_ADDED: 'partners',
  PARTNER_UPDATED: 'partners',
  PARTNER_PARTNERSHIP_ADDED: 'partners',
  CLIENT_CREATED: 'clients',
  CLIENT_UPDATED: 'clients',
  CLIENT_SUBSCRIPTION_CHANGED: 'clients',
  CLIENT_PROVISIONED: 'clients',
  CLIENT_PROVISIONING_FAILED: 'clients',
  CLIENT_PROVISIONING_RETRIED: 'clients',
  CLIENT_ACCESSED: 'access',
  CLIENT_ACCESS_OPENED: 'access',
  CLIENT_ACCESS_REVOKED: 'access',
  ONBOARDING_PLAN_SAVED: 'clients',
  ONBOARDING_STEP_SET: 'clients',
  LIST_EXPORTED: 'system',
  JOB_RETRIED: 'system',
  API_KEY_CREATED: 'signIns',
  API_KEY_ROTATED: 'signIns',
  API_KEY_REVOKED: 'signIns',
  WEBHOOK_ENDPOINT_CREATED: 'integrations',
  WEBHOOK_ENDPOINT_UPDATED: 'integrations',
  WEBHOOK_ENDPOINT_ARCHIVED: 'integrations',
  WEBHOOK_ENDPOINT_DISABLED: 'integrations',
  WEBHOOK_ENDPOINT_TESTED: 'integrations',
  WEBHOOK_SECRET_ROTATED: 'integrations',
  WEBHOOK_DELIVERIES_REPLAYED: 'integrations',
  AUDIT_REDACTED: 'system',
  PERSON_ERASED: 'system',
  OTHER: 'system',
} satisfies Record<AuditAction, Kind>;

export const actionsOf = (kind: Kind): AuditAction[] =>
  Object.values(AuditAction).filter((action) => KIND_OF[action] === kind);

export const kindNamed = (value: unknown): Kind | undefined => KINDS.find((kind) => kind === value);
