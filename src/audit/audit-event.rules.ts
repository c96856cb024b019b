import { canReadAudit, type RootFieldRules } from '../core/permissions.ts';

export const auditEventRules: RootFieldRules = {
  Query: {
    auditEvents: canReadAudit,
  },
};
