import { Args, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { ExportArgs } from './export.inputs.ts';
import { exportApplications } from './export.service.ts';

@ObjectType({ simpleResolvers: true, description: 'A file to download.' })
class ApplicationExportLink {
  @Field(() => String, {
    description:
      'Where it is: CSV after RFC 4180 in UTF-8, a line an application, in words for people. Times are in UTC. Whoever has the address can download it, as long as the one who asked for it is signed in.',
  })
  url!: string;

  @Field(() => DateTime, { description: 'Until when a download can begin: 5 minutes from now.' })
  expiresAt!: Date;
}

@Resolver()
export class ExportResolver {
  @Mutation(() => ApplicationExportLink, {
    description:
      'Makes a link that downloads all applications of a list as they are then, however many. The audit trail keeps who asked for what. Admins with REVIEW or ALL.',
  })
  exportPartnerApplications(
    @Ctx() ctx: RequestContext,
    @Args(() => ExportArgs) args: ExportArgs,
  ): Promise<ApplicationExportLink> {
    return exportApplications(ctx, args);
  }
}
