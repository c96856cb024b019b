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
    'Statistics of the applications submitted in a time, exact to the last one. What one query asks for is of one moment, and only what is asked for is counted.',
})
class PartnerApplicationStatistics {}

@Resolver(() => PartnerApplicationStatistics)
export class StatisticsResolver {
  @Query(() => PartnerApplicationStatistics, {
    description:
      'Statistics of the applications submitted in [from, to), of all where both are left out. BAD_USER_INPUT where `from` is after `to`. Admins.',
  })
  partnerApplicationStatistics(
    @Ctx() ctx: RequestContext,
    @Args(() => StatisticsArgs) { from, to }: StatisticsArgs,
  ): Statistics {
    return statistics.openStatistics(ctx, { from, to });
  }

  @FieldResolver(() => Int, { description: 'How many applications.' })
  total(@Root() root: Statistics): Promise<number> {
    return statistics.totalOf(root);
  }

  @FieldResolver(() => [StatusCount], {
    description:
      'By present status: every one, in the order of the enum. REJECTED counts the declined ones. These counts and `withdrawn` add up to `total`.',
  })
  async byStatus(@Root() root: Statistics): Promise<StatusCount[]> {
    return (await statistics.countByStatus(root)).map(([status, count]) => ({ status, count }));
  }

  @FieldResolver(() => Int, {
    description: 'How many are withdrawn now. `byStatus` counts none of them.',
  })
  withdrawn(@Root() root: Statistics): Promise<number> {
    return statistics.withdrawnOf(root);
  }

  @FieldResolver(() => [PartnershipTypeCount], {
    description: 'By type of partnership: every one, in the order of the enum.',
  })
  async byPartnershipType(@Root() root: Statistics): Promise<PartnershipTypeCount[]> {
    return (await statistics.countByPartnershipType(root)).map(([partnershipType, count]) => ({
      partnershipType,
      count,
    }));
  }

  @FieldResolver(() => [CompanySizeCount], { description: 'By size of the company: every one, the smallest first.' })
  async byCompanySize(@Root() root: Statistics): Promise<CompanySizeCount[]> {
    return (await statistics.countByCompanySize(root)).map(([companySize, count]) => ({ companySize, count }));
  }

  @FieldResolver(() => [IndustryCount], {
    description: 'By industry: the largest first, ties by name.',
  })
  async byIndustry(
    @Root() root: Statistics,
    @Args(() => IndustryArgs) { first }: IndustryArgs,
  ): Promise<IndustryCount[]> {
    return (await statistics.countByIndustry(root, first ?? 10)).map(([industry, count]) => ({ industry, count }));
  }

  @FieldResolver(() => [PeriodCount], {
    description:
      'Submissions, decisions and withdrawals over time: every period from that of `from` to that of `to`, or from the first to the last of them; also those in which nothing happened. A decision or withdrawal counts when it was made, and only what happened in [from, to) counts. More than 1,500 periods are BAD_USER_INPUT.',
  })
  async overTime(
    @Root() root: Statistics,
    @Args(() => OverTimeArgs) { interval, timeZone }: OverTimeArgs,
  ): Promise<PeriodCount[]> {
    const periods = await statistics.periodsOf(root, { unit: interval, timeZone });
    return periods.map(([start, submitted, approved, rejected, withdrawn]) => ({
      periodStart: new Date(start),
      submitted,
      approved,
      rejected,
      withdrawn,
    }));
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Approved / (approved + rejected), from 0 to 1, by present status; what was withdrawn counts as neither. Null before the first decision.',
  })
  approvalRate(@Root() root: Statistics): Promise<number | null> {
    return statistics.approvalRateOf(root);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Hours from submission to the decision that stands: half of the decided applications took no longer; what was withdrawn was not decided. Exact to the millisecond. Null before the first decision.',
  })
  medianHoursToDecision(@Root() root: Statistics): Promise<number | null> {
    return statistics.medianHoursOf(root);
  }
}
