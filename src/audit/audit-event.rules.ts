import { canReadAudit, type RootFieldRules } from '../core/graphql/permissions.ts';

export const auditEventRules: RootFieldRules = {
  Query: {
    auditEvents: canReadAudit,
  },
};
