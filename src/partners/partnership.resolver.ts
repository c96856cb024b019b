import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadList } from '../core/lists/children.ts';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import type { Row } from '../core/database/row.query.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { Partnership } from './partnership.entity.ts';
import { readPartnerships } from './partnership.service.ts';
import { PartnershipType } from '../tenants/partnership.type.ts';

@Resolver(() => PartnerAccount)
export class PartnershipsResolver {
  @FieldResolver(() => [Partnership], {
    description: "The account's partnerships, oldest first. At least one, and at most one of each type.",
  })
  partnerships(@Ctx() ctx: RequestContext, @Root() { id }: PartnerAccount): Promise<Row<Partnership>[]> {
    return loadList(ctx, readPartnerships, id);
  }
}

@Resolver(() => Partnership)
export class PartnershipResolver {
  @FieldResolver(() => PartnershipType, { description: 'Type of the partnership.' })
  type(@Root() { partnershipType }: Partnership): PartnershipType {
    return partnershipType;
  }

  @FieldResolver(() => DateTime, { description: 'When the application was approved.' })
  since(@Root() { createdAt }: Partnership): Date {
    return createdAt;
  }
}
