import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadLists } from '../../core/lists/children.ts';
import type { Row } from '../../core/database/row.query.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { PartnerApplication } from '../application.entity.ts';
import { readDuplicates } from './duplicates.query.ts';
import { PossibleDuplicate } from './duplicates.types.ts';

@Resolver(() => PartnerApplication)
export class DuplicatesResolver {
  @FieldResolver(() => [PossibleDuplicate], {
    description:
      'Other applications, whatever their status, with the same mailbox (in whatever spelling), domain or company name: those with most in common first, then the newest. At most 10.',
  })
  possibleDuplicates(
    @Ctx() ctx: RequestContext,
    @Root() application: PartnerApplication,
  ): Promise<Row<PossibleDuplicate>[]> {
    return loadLists(ctx, PossibleDuplicate, (applications) => readDuplicates(ctx, applications), application);
  }
}
