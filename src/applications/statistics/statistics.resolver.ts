import { Args, Ctx, FieldResolver, Float, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import * as statistics from './statistics.service.ts';
import {
  CompanySizeCount,
  IndustryArgs,
  IndustryCount,
  OverTimeArgs,
  PartnershipTypeCount,
  PeriodCount,
  StatisticsArgs,
  StatusCount,
} from './statistics.types.ts';

type Statistics = statistics.Statistics;

@ObjectType({
  description:
    'Exact statistics of the applications submitted in a period. All fields of a query show the same moment. Only selected fields are counted.',
})
class PartnerApplicationStatistics {}

@Resolver(() => PartnerApplicationStatistics)
export class StatisticsResolver {
  @Query(() => PartnerApplicationStatistics, {
    description:
      'Returns statistics of the applications submitted in [from, to), or of all applications. Errors: BAD_USER_INPUT if `from` is after `to`. Admins only.',
  })
  partnerApplicationStatistics(
    @Ctx() ctx: RequestContext,
    @Args(() => StatisticsArgs) { from, to }: StatisticsArgs,
  ): Statistics {
    return statistics.openStatistics(ctx, { from, to });
  }

  @FieldResolver(() => Int, { description: 'Number of applications.' })
  total(@Root() root: Statistics): Promise<number> {
    return statistics.totalOf(root);
  }

  @FieldResolver(() => [StatusCount], {
    description:
      'Counts by current status, for every status in the order of the enum. REJECTED counts declined applications. With `withdrawn`, they add up to `total`.',
  })
  async byStatus(@Root() root: Statistics): Promise<StatusCount[]> {
    return (await statistics.countByStatus(root)).map(([status, count]) => ({ status, count }));
  }

  @FieldResolver(() => Int, {
    description: 'Number of withdrawn applications. `byStatus` excludes them.',
  })
  withdrawn(@Root() root: Statistics): Promise<number> {
    return statistics.withdrawnOf(root);
  }

  @FieldResolver(() => [PartnershipTypeCount], {
    description: 'Counts by partnership type, for every type in the order of the enum.',
  })
  async byPartnershipType(@Root() root: Statistics): Promise<PartnershipTypeCount[]> {
    return (await statistics.countByPartnershipType(root)).map(([partnershipType, count]) => ({
      partnershipType,
      count,
    }));
  }

  @FieldResolver(() => [CompanySizeCount], { description: 'Counts by company size, for every size, smallest first.' })
  async byCompanySize(@Root() root: Statistics): Promise<CompanySizeCount[]> {
    return (await statistics.countByCompanySize(root)).map(([companySize, count]) => ({ companySize, count }));
  }

  @FieldResolver(() => [IndustryCount], {
    description: 'Counts by industry, largest first, ties by name.',
  })
  async byIndustry(
    @Root() root: Statistics,
    @Args(() => IndustryArgs) { first }: IndustryArgs,
  ): Promise<IndustryCount[]> {
    return (await statistics.countByIndustry(root, first ?? 10)).map(([industry, count]) => ({ industry, count }));
  }

  @FieldResolver(() => [PeriodCount], {
    description:
      'Submissions, decisions and withdrawals per period, including empty periods. Covers the periods of `from` to `to`, or from the first event to the last. Each event counts in the period of its own time, if that is in [from, to). Errors: BAD_USER_INPUT for more than 1,500 periods.',
  })
  overTime(
    @Root() root: Statistics,
    @Args(() => OverTimeArgs) { interval, timeZone }: OverTimeArgs,
  ): Promise<PeriodCount[]> {
    return statistics.periodsOf(root, { unit: interval, timeZone });
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Share of decided applications that are approved, 0 to 1, by current status. Withdrawn applications are not counted. Null if none is decided.',
  })
  approvalRate(@Root() root: Statistics): Promise<number | null> {
    return statistics.approvalRateOf(root);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Median hours from submission to the current decision, exact to the millisecond. Withdrawn applications are not counted. Null if none is decided.',
  })
  medianHoursToDecision(@Root() root: Statistics): Promise<number | null> {
    return statistics.medianHoursOf(root);
  }
}
