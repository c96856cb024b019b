import { ApiError } from '../../../api/api.error.ts';
import type { Outcome } from './bulk.outcomes.tsx';

/** The result of one call of many, so that one refusal does not hide the others. */
export async function outcomeOf(id: string, call: () => Promise<unknown>): Promise<Outcome> {
  try {
    await call();
    return { id, error: null };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { code, message, reason = null, version = null } = error;
    return { id, error: { code, message, reason, version } };
  }
}
