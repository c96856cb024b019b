import { accounts } from './areas/accounts.mutants.ts';
import { audit } from './areas/audit.mutants.ts';
import { backups } from './areas/backups.mutants.ts';
import { fastPath } from './areas/fast-path.mutants.ts';
import { front } from './areas/front.mutants.ts';
import { idempotency } from './areas/idempotency.mutants.ts';
import { inputs } from './areas/inputs.mutants.ts';
import { limitRules } from './areas/limit-rules.mutants.ts';
import { limits } from './areas/limits.mutants.ts';
import type { Mutant } from './mutant.ts';
import { permissions } from './areas/permissions.mutants.ts';
import { requests } from './areas/requests.mutants.ts';
import { running } from './areas/running.mutants.ts';
import { sessions } from './areas/sessions.mutants.ts';
import { tenancy } from './areas/tenancy.mutants.ts';
import { timeLimits } from './areas/time-limits.mutants.ts';
import { upgrade } from './areas/upgrade.mutants.ts';

/** All mutants, by area. */
export const areas: Record<string, readonly Mutant[]> = {
  permissions,
  tenancy,
  audit,
  idempotency,
  limits,
  limitRules,
  sessions,
  accounts,
  requests,
  inputs,
  front,
  running,
  'fast-path': fastPath,
  upgrade,
  backups,
  'time-limits': timeLimits,
};
