import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { validate as isUuid } from 'uuid';
import { inAuditedTransaction } from '../audit/audit.recorder.ts';
import { notFound, unauthenticated } from '../core/context/domain.error.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { requireVersion } from '../core/database/entity.lookup.ts';
import { asPlatformFor, tenantOf } from '../core/database/tenancy.ts';
import { oneOf, readPage } from '../core/lists/page.query.ts';
import type { Page } from '../core/lists/page.types.ts';
import { writeEmails } from '../email/email.outbox.ts';
import { User } from '../identity/users/user.entity.ts';
import { approved } from './sample-thing.emails.tsx';
import { SampleThing } from './sample-thing.entity.ts';
import type { ApproveSampleThingArgs, CreateSampleThingArgs, SampleThingsArgs } from './sample-thing.inputs.ts';

/** The tenant's own sample things. */
export function listSampleThings(
  ctx: RequestContext,
  args: SampleThingsArgs,
  withTotal: boolean,
): Promise<Page<SampleThing>> {
  const { status } = args.filter ?? {};
  const where = [sql`reseller_id = ${tenantOf(ctx)}`];
  if (status) where.push(oneOf('status', status));
  return readPage(ctx.em, { entity: SampleThing, where, sortBy: args.sortBy, total: withTotal }, args);
}

export function createSampleThing(ctx: RequestContext, { input }: CreateSampleThingArgs): Promise<SampleThing> {
  const { caller } = ctx;
  if (!caller) throw unauthenticated();
  return inAuditedTransaction(ctx, { SampleThing: 'sample_thing.created' }, async (em) =>
    em.create(SampleThing, { ...input, resellerId: tenantOf(ctx), createdBy: caller.userId }),
  );
}

/** Emails the user who created it. NOT_FOUND; CONFLICT: SAMPLE_THING_STATUS, STALE_VERSION. */
export function approveSampleThing(
  ctx: RequestContext,
  { id, expectedVersion }: ApproveSampleThingArgs,
): Promise<SampleThing> {
  const resellerId = tenantOf(ctx);
  // Only the platform may write emails. It sees all tenants, so each query names this one.
  const audited = { ...ctx, em: asPlatformFor(ctx) };
  return inAuditedTransaction(audited, { SampleThing: 'sample_thing.approved' }, async (em) => {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const sampleThing = isUuid(id) ? await em.findOne(SampleThing, { id, resellerId }, { lockMode }) : null;
    if (!sampleThing) throw notFound('SampleThing');
    requireVersion(sampleThing, expectedVersion);
    sampleThing.approve();
    const creator = await em.findOne(User, { id: sampleThing.createdBy, resellerId, isActive: true });
    if (creator) await writeEmails(em, ctx.jobs, [approved(sampleThing, creator)]);
    return sampleThing;
  });
}
