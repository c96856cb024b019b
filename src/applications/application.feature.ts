import { exportEndpoint } from '../exports/export.endpoints.ts';
import type { Feature } from '../feature.ts';
import { eraseOldApplications, forgetEndedReceipts } from './application.retention.ts';
import { ApplicantResolver } from './applicant/applicant.resolver.ts';
import { withdrawalEmails } from './applicant/withdrawal.emails.tsx';
import { applicationEmails } from './application.emails.tsx';
import { PartnerApplication } from './application.entity.ts';
import { PartnerApplicationResolver } from './application.resolver.ts';
import { applicationRules } from './application.rules.ts';
import { counterFigures } from './counters/counter.figures.ts';
import { verifyCounters } from './counters/counters.check.ts';
import { ApplicationExport } from './export/application-export.entity.ts';
import { ExportResolver } from './export/export.resolver.ts';
import { applicationExport, forgetExpiredExports } from './export/export.service.ts';
import { DuplicatesResolver } from './list/duplicates.resolver.ts';
import { PartnerApplicationNote } from './review/application-note.entity.ts';
import {
  ApplicationPartnerResolver,
  PartnerApplicationOfAccountResolver,
  PartnerApplicationOfPartnershipResolver,
} from './review/application-partner.resolver.ts';
import { ApplicationStatusChange } from './review/application-status-change.entity.ts';
import { AssignmentResolver } from './review/assignment.resolver.ts';
import { EditResolver } from './review/edit.resolver.ts';
import { DecisionResolver } from './review/decision.resolver.ts';
import { StatisticsResolver } from './statistics/statistics.resolver.ts';
import { ApplicationReceipt } from './submission/application-receipt.entity.ts';
import { WaitingResolver } from './waiting/waiting.resolver.ts';
import { applicationEvents } from './application.events.ts';

const auditActions = {
  'application.status_changed': 'The status of an application was changed.',
  'application.updated': 'The answers of an application were changed.',
  'application.assigned': 'An application was assigned to an admin, or its assignee was removed.',
  'application.withdrawn': 'An applicant withdrew the application.',
  'application.exported': 'Applications were exported.',
  'application.note_added': 'A note was added to an application.',
} as const;

type ApplicationActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends ApplicationActions {}
}

/** Applications, from the submission to the decision. */
export const applications: Feature = {
  entities: [
    ApplicationExport,
    ApplicationReceipt,
    ApplicationStatusChange,
    PartnerApplication,
    PartnerApplicationNote,
  ],
  resolvers: [
    ApplicantResolver,
    ApplicationPartnerResolver,
    AssignmentResolver,
    DecisionResolver,
    DuplicatesResolver,
    EditResolver,
    ExportResolver,
    PartnerApplicationOfAccountResolver,
    PartnerApplicationOfPartnershipResolver,
    PartnerApplicationResolver,
    StatisticsResolver,
    WaitingResolver,
  ],
  rules: [applicationRules],
  auditActions,
  events: applicationEvents,
  emails: [...applicationEmails, ...withdrawalEmails],
  figures: counterFigures,
  tidy: [forgetExpiredExports, eraseOldApplications, forgetEndedReceipts],
  verify: verifyCounters,
  serve: (parts) => ({ endpoints: exportEndpoint(parts, applicationExport) }),
};
