import { accounts } from './areas/people/accounts.mutants.ts';
import { audit } from './areas/records/audit.mutants.ts';
import { backups } from './areas/running/backups.mutants.ts';
import { files } from './areas/files/files.mutants.ts';
import { company } from './areas/records/company.mutants.ts';
import { fastPath } from './areas/requests/fast-path.mutants.ts';
import { front } from './areas/requests/front.mutants.ts';
import { idempotency } from './areas/requests/idempotency.mutants.ts';
import { inputs } from './areas/requests/inputs.mutants.ts';
import { live } from './areas/records/live.mutants.ts';
import { limitRules } from './areas/requests/limit-rules.mutants.ts';
import { limits } from './areas/requests/limits.mutants.ts';
import type { Mutant } from './mutant.ts';
import { outbound } from './areas/outward/outbound.mutants.ts';
import { onboarding } from './areas/records/onboarding.mutants.ts';
import { permissions } from './areas/people/permissions.mutants.ts';
import { provisioning } from './areas/running/provisioning.mutants.ts';
import { requests } from './areas/requests/requests.mutants.ts';
import { rest } from './areas/requests/rest.mutants.ts';
import { running } from './areas/running/running.mutants.ts';
import { sessions } from './areas/people/sessions.mutants.ts';
import { tenancy } from './areas/people/tenancy.mutants.ts';
import { tiers } from './areas/records/tiers.mutants.ts';
import { told } from './areas/records/told.mutants.ts';
import { timeLimits } from './areas/requests/time-limits.mutants.ts';
import { webhooks } from './areas/outward/webhooks.mutants.ts';
import { upgrade } from './areas/running/upgrade.mutants.ts';

/** All mutants, by area. */
export const areas: Record<string, readonly Mutant[]> = {
  permissions,
  tenancy,
  audit,
  company,
  idempotency,
  limits,
  limitRules,
  sessions,
  accounts,
  requests,
  rest,
  inputs,
  front,
  running,
  tiers,
  'fast-path': fastPath,
  upgrade,
  backups,
  provisioning,
  'time-limits': timeLimits,
  told,
  live,
  outbound,
  webhooks,
  onboarding,
  files,
};
