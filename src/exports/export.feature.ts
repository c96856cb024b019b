import type { Feature } from '../feature.ts';
import { exportEndpoint } from './export.endpoints.ts';
import { ListExportResolver } from './export.resolver.ts';
import { exportRules } from './export.rules.ts';
import { ListExport } from './list-export.entity.ts';
import { forgetExpiredListExports } from './list.export.ts';
import { acceptanceExport } from './lists/acceptance.export.ts';
import { auditExport } from './lists/audit.export.ts';
import { clientExport } from './lists/client.export.ts';
import { emailExport } from './lists/email.export.ts';
import { partnerExport } from './lists/partner.export.ts';

const auditActions = {
  'list.exported': 'A list of acceptances, audit events, clients, emails or partners was exported.',
} as const;

type ExportActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends ExportActions {}
}

/** Downloads of lists. Applications have their own, and use the same links. */
export const listExports: Feature = {
  entities: [ListExport],
  resolvers: [ListExportResolver],
  rules: [exportRules],
  auditActions,
  tidy: [forgetExpiredListExports],
  serve: (parts) => ({
    endpoints: async (app) => {
      await app.register(exportEndpoint(parts, acceptanceExport));
      await app.register(exportEndpoint(parts, auditExport));
      await app.register(exportEndpoint(parts, clientExport));
      await app.register(exportEndpoint(parts, emailExport));
      await app.register(exportEndpoint(parts, partnerExport));
    },
  }),
};
