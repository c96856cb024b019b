import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { unauthenticated } from '../core/context/domain.error.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { lockForChange } from '../core/database/entity.lookup.ts';
import { tenantOf } from '../core/database/tenancy.ts';
import { oneOf, readPage } from '../core/lists/page.query.ts';
import type { Page } from '../core/lists/page.types.ts';
import { contains } from '../core/lists/text.search.ts';
import { writeEmails } from '../email/email.outbox.ts';
import { User } from '../identity/users/user.entity.ts';
import { approved } from './sample-thing.emails.tsx';
import { SampleThing } from './sample-thing.entity.ts';
import type { ApproveSampleThingArgs, CreateSampleThingArgs, SampleThingsArgs } from './sample-thing.inputs.ts';

/** A partner's own sample things. For an admin, those of all partners. */
export function listSampleThings(ctx: RequestContext, args: SampleThingsArgs): Promise<Page<SampleThing>> {
  const { status, search } = args.filter ?? {};
  const where = [];
  if (status) where.push(oneOf('status', status));
  if (search) where.push(contains(search));
  return readPage(ctx.em, { entity: SampleThing, where, sortBy: args.sortBy }, args);
}

export function createSampleThing(ctx: RequestContext, { input }: CreateSampleThingArgs): Promise<SampleThing> {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  return inAuditedTransaction(ctx, { SampleThing: 'sample_thing.created' }, async (em) =>
    em.create(SampleThing, { ...input, resellerId: tenantOf(ctx), createdBy: caller.userId }),
  );
}

/** Emails the user who created it. Throws NOT_FOUND, and CONFLICT (SAMPLE_THING_STATUS, STALE_VERSION). */
export function approveSampleThing(
  ctx: RequestContext,
  { id, expectedVersion }: ApproveSampleThingArgs,
): Promise<SampleThing> {
  return inAuditedTransaction(ctx, { SampleThing: 'sample_thing.approved' }, async (em) => {
    const sampleThing = await lockForChange(em, SampleThing, id, expectedVersion);
    sampleThing.approve();
    const creator = await em.findOne(User, { id: sampleThing.createdBy, isActive: true });
    if (creator) await writeEmails(em, ctx.jobs, [approved(sampleThing, creator)]);
    return sampleThing;
  });
}
