import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadList } from '../../core/lists/children.ts';
import type { Row } from '../../core/database/row.query.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { PartnerApplication } from '../application.entity.ts';
import { readDuplicates } from './duplicates.query.ts';
import { PossibleDuplicate } from './duplicates.types.ts';

@Resolver(() => PartnerApplication)
export class DuplicatesResolver {
  @FieldResolver(() => [PossibleDuplicate], {
    description:
      'Other applications with the same mailbox (in any spelling), email domain or company name, in any status. At most 10, best matches first, then newest.',
  })
  possibleDuplicates(
    @Ctx() ctx: RequestContext,
    @Root() application: PartnerApplication,
  ): Promise<Row<PossibleDuplicate>[]> {
    return loadList(ctx, readDuplicates, application);
  }
}
