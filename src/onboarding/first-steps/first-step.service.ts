import { sql } from 'kysely';
import { unauthenticated } from '../../core/context/domain.error.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { readRows } from '../../core/database/transaction.ts';
import { firstSteps, type GettingStartedStep } from './first-step.types.ts';

/** The steps that the caller can take, in one statement. */
export async function readFirstSteps({ reader, caller }: RequestContext): Promise<GettingStartedStep[]> {
  if (!caller) throw unauthenticated();
  const own = firstSteps().filter(({ isFor }) => isFor(caller));
  const facts = own.map(({ key, isDone, isShown }) => {
    const done = sql`coalesce(${isDone(reader, caller)}, false)`;
    return sql`${isShown ? sql`case when ${isShown(reader, caller)} then ${done} end` : done} as ${sql.ref(key)}`;
  });
  const [found] = await readRows(reader, sql<Record<string, boolean | null>>`select ${sql.join(facts)}`);
  return own.flatMap(({ key }) => {
    const isDone = found?.[key] ?? null;
    return isDone === null ? [] : [{ key, isDone }];
  });
}
