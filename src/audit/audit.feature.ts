import type { Feature } from '../feature.ts';
import { AuditEvent } from './audit-event.entity.ts';
import { AuditNamesResolver } from './names/audit-names.resolver.ts';
import { AuditEventResolver } from './audit-event.resolver.ts';
import { auditEventRules } from './audit-event.rules.ts';
import { verifyChains } from './audit.chain.ts';
import { AuditRecorder } from './audit.recorder.ts';

const auditActions = {
  'audit.redacted': 'Personal data was erased from earlier entries. The changes have the new hash of each.',
  'person.erased': 'The personal data of an object was erased.',
} as const;

type PrivacyActions = typeof auditActions;
declare module './audit.actions.ts' {
  interface RegisteredActions extends PrivacyActions {}
}

/** The audit log. Features register the actions that it records. */
export const audit: Feature = {
  entities: [AuditEvent],
  resolvers: [AuditEventResolver, AuditNamesResolver],
  rules: [auditEventRules],
  auditActions,
  figures: [
    {
      name: 'reachgenie_audit_verified_timestamp_seconds',
      help: 'All audit events before this time were verified without a problem. Absent until the first verification.',
      query: `select null as label, date_part('epoch', verified_until) as value from audit_verification`,
    },
  ],
  subscribers: [new AuditRecorder()],
  verify: verifyChains,
};
