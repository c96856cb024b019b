import type { Feature } from '../feature.ts';
import { AuditEvent } from './audit-event.entity.ts';
import { AuditEventResolver } from './audit-event.resolver.ts';
import { auditEventRules } from './audit-event.rules.ts';
import { AuditRecorder } from './audit.recorder.ts';

/** The audit log. Features register the actions that it records. */
export const audit: Feature = {
  entities: [AuditEvent],
  resolvers: [AuditEventResolver],
  rules: [auditEventRules],
  subscribers: [new AuditRecorder()],
};
