import { accounts } from './accounts.mutants.ts';
import { audit } from './audit.mutants.ts';
import { fastPath } from './fast-path.mutants.ts';
import { front } from './front.mutants.ts';
import { idempotency } from './idempotency.mutants.ts';
import { inputs } from './inputs.mutants.ts';
import { limitRules } from './limit-rules.mutants.ts';
import { limits } from './limits.mutants.ts';
import type { Mutant } from './mutant.ts';
import { permissions } from './permissions.mutants.ts';
import { requests } from './requests.mutants.ts';
import { running } from './running.mutants.ts';
import { sessions } from './sessions.mutants.ts';
import { tenancy } from './tenancy.mutants.ts';
import { timeLimits } from './time-limits.mutants.ts';
import { upgrade } from './upgrade.mutants.ts';

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
  'time-limits': timeLimits,
};
