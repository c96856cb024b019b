import { Args, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { ExportArgs } from './export.inputs.ts';
import { exportApplications } from './export.service.ts';

@ObjectType({ simpleResolvers: true, description: 'A download link.' })
class ApplicationExportLink {
  @Field(() => String, {
    description:
      "URL of a CSV file (RFC 4180, UTF-8) with one readable line per application. Times are in UTC. Anyone with the URL can download it while the requester's session lasts.",
  })
  url!: string;

  @Field(() => DateTime, { description: 'When the link expires, 5 minutes from now. Running downloads continue.' })
  expiresAt!: Date;
}

@Resolver()
export class ExportResolver {
  @Mutation(() => ApplicationExportLink, {
    description:
      'Creates a link that downloads all applications of a list, as they are at the time of download. Recorded in the audit log. Admins with REVIEW or ALL only.',
  })
  exportPartnerApplications(
    @Ctx() ctx: RequestContext,
    @Args(() => ExportArgs) args: ExportArgs,
  ): Promise<ApplicationExportLink> {
    return exportApplications(ctx, args);
  }
}
