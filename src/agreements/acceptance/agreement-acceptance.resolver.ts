import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import type { NewRow } from '../../core/database/row.insert.ts';
import { DownloadLink } from '../../files/file.types.ts';
import { AgreementAcceptance } from '../agreement-acceptance.entity.ts';
import { AcceptAgreementArgs, DownloadAgreementArgs } from './agreement-acceptance.inputs.ts';
import { acceptAgreement } from './agreement-acceptance.service.ts';
import { listOwnAgreements } from './agreement-state.service.ts';
import { AgreementState } from './agreement-state.types.ts';
import { downloadAgreement } from './agreement.download.ts';

@Resolver()
export class AgreementAcceptanceResolver {
  @Query(() => [AgreementState], {
    description: 'Returns the agreements of your partner account, those to accept first. Users of partners only.',
  })
  agreements(@Ctx() ctx: RequestContext): Promise<AgreementState[]> {
    return listOwnAgreements(ctx);
  }

  @Mutation(() => AgreementAcceptance, {
    description:
      'Accepts a version of an agreement for your company. Your IP address and browser are kept with it. Accepting again returns the first acceptance. Errors: NOT_FOUND; BAD_USER_INPUT if you read another PDF; CONFLICT (AGREEMENT_WITHDRAWN); CONFLICT (AGREEMENT_OUTDATED) if a later version binds. Owners of partners only.',
  })
  acceptAgreement(
    @Ctx() ctx: RequestContext,
    @Args(() => AcceptAgreementArgs) args: AcceptAgreementArgs,
  ): Promise<AgreementAcceptance | NewRow<AgreementAcceptance>> {
    return acceptAgreement(ctx, args);
  }

  @Mutation(() => DownloadLink, {
    description:
      'Creates a link that downloads the PDF of a version of an agreement. Errors: NOT_FOUND. Admins, and users of partners for their own agreements.',
  })
  downloadAgreement(
    @Ctx() ctx: RequestContext,
    @Args(() => DownloadAgreementArgs) args: DownloadAgreementArgs,
  ): Promise<DownloadLink> {
    return downloadAgreement(ctx, args);
  }
}
