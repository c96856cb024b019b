import english from '../../../web/src/locales/en/provisioning.ts';
import german from '../../../web/src/locales/de/provisioning.ts';
import type { InLanguages } from '../../email/email.template.ts';
import type { ProvisioningProblem } from '../provisioning.enums.ts';

/** Explains each problem to resellers, in the words of the pages. */
export const PROBLEMS: InLanguages<Record<ProvisioningProblem, string>> = { EN: english.problem, DE: german.problem };

/** The same after the last attempt. */
export const FAILURES: typeof PROBLEMS = { EN: english.failure, DE: german.failure };
