import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { PartnerApplication } from '../application.entity.ts';
import { UpdateApplicationArgs } from './edit.inputs.ts';
import { updateApplication } from './edit.service.ts';

@Resolver()
export class EditResolver {
  @Mutation(() => PartnerApplication, {
    description:
      'Changes the answers of an application that is PENDING or REVIEWING. The email address stays, because it identifies the contact. Errors: NOT_FOUND; CONFLICT (APPLICATION_STATUS, WITHDRAWN, STALE_VERSION); CONFLICT (OPEN_APPLICATION) if the contact has an open application of the new type. Admins with REVIEW or ALL only.',
  })
  updatePartnerApplication(
    @Ctx() ctx: RequestContext,
    @Args(() => UpdateApplicationArgs) args: UpdateApplicationArgs,
  ): Promise<PartnerApplication> {
    return updateApplication(ctx, args);
  }
}
