import { canExportAudit, canExportClients, isAdmin, type RootFieldRules } from '../core/graphql/permissions.ts';

/** People only: see decision 0022. */
export const exportRules: RootFieldRules = {
  Mutation: {
    exportAgreementAcceptances: isAdmin,
    exportAuditEvents: canExportAudit,
    exportClientAccounts: canExportClients,
    exportEmailMessages: isAdmin,
    exportPartnerAccounts: isAdmin,
  },
};
