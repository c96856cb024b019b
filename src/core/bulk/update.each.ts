import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DomainError, type ErrorCode } from '../context/domain.error.ts';
import type { RequestContext } from '../context/request.context.ts';
import { databaseProblem } from '../database/database.problem.ts';

@ObjectType('StatusUpdateError', {
  simpleResolvers: true,
  description: 'Why the change of one of several objects failed.',
})
export class UpdateError {
  @Field(() => String, { description: 'Error code, as in the extensions of an error. Example: CONFLICT.' })
  code!: ErrorCode | 'INTERNAL_SERVER_ERROR';

  @Field(() => String, { description: 'Message in plain English.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'For CONFLICT: the rule that prevented the change.' })
  reason?: string;

  @Field(() => Int, { nullable: true, description: "For STALE_VERSION: the object's current version." })
  version?: number;
}

/** Result for one of several objects. Subclasses add the changed object. */
@ObjectType({ simpleResolvers: true })
export abstract class Update {
  @Field(() => ID, { description: 'ID of the object, as requested.' })
  id!: string;

  @Field(() => UpdateError, { nullable: true, description: 'Why the change failed. Null if it succeeded.' })
  error?: UpdateError;
}

/**
 * Changes each object in its own transaction. One failure does not stop the others. Throws only if the caller's session
 * has ended before the first change.
 * @param field the mutation, for the log of denials: the caller may be trying foreign IDs
 * @param change returns the changed object under the name of its field
 */
export async function updateEach<Given extends { id: string }, Changed>(
  ctx: RequestContext,
  field: string,
  objects: readonly Given[],
  change: (object: Given) => Promise<Changed>,
): Promise<(Update & Partial<Changed>)[]> {
  const updates: (Update & Partial<Changed>)[] = [];
  for (const object of objects) {
    const { id } = object;
    try {
      updates.push({ id, ...(await change(object)) });
    } catch (problem) {
      const known = problem instanceof DomainError ? problem : databaseProblem(problem);
      if (known?.code === 'UNAUTHENTICATED' && updates.length === 0) throw problem;
      if (!known) ctx.log.error({ err: problem, objectId: id }, 'unhandled error');
      if (known?.code === 'NOT_FOUND') {
        const denial = { event: 'denied', code: known.code, field, userId: ctx.caller?.userId };
        ctx.log.warn(denial, known.message);
      }
      const error = known
        ? toldOf(known)
        : { code: 'INTERNAL_SERVER_ERROR' as const, message: 'Something went wrong.' };
      updates.push({ id, error } as Update & Partial<Changed>);
    }
  }
  return updates;
}

/** As the error of one of several objects. */
export const toldOf = ({ code, message, details: { reason, version } }: DomainError): UpdateError => ({
  code,
  message,
  ...(reason === undefined ? {} : { reason }),
  ...(version === undefined ? {} : { version }),
});
