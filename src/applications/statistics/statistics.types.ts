import { IsOptional } from 'class-validator';
import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Between, check } from '../../core/graphql/field.rules.ts';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { ApplicationStatus, CompanySize, PartnershipType } from '../application.enums.ts';
import { timeZoneOf } from '../../core/text/time.zone.ts';

/** The values are PostgreSQL units. */
export enum StatisticsInterval {
  DAY = 'day',
  WEEK = 'week',
  MONTH = 'month',
}
registerEnumType(StatisticsInterval, {
  name: 'StatisticsInterval',
  description: 'Length of a period, in local time.',
  valuesConfig: {
    DAY: { description: 'From midnight to midnight, 23 to 25 hours.' },
    WEEK: { description: 'Seven days, starting on Monday (ISO 8601).' },
    MONTH: { description: 'A calendar month.' },
  },
});

@ArgsType()
export class StatisticsArgs {
  @Field(() => DateTime, {
    nullable: true,
    description: 'Start of the range, inclusive. Default: no limit.',
  })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'End of the range, exclusive. Default: no limit.',
  })
  @IsOptional()
  to?: Date | null;
}

@ArgsType()
export class IndustryArgs {
  @Field(() => Int, { nullable: true, defaultValue: 10, description: 'Number of industries, 1 to 100.' })
  @IsOptional()
  @Between(1, 100)
  first?: number | null;
}

const TimeZone = () =>
  check(
    {
      rule: 'TIME_ZONE',
      message: 'must be an IANA time zone, such as Europe/Berlin or UTC, or an offset, such as +05:30',
    },
    (name) => timeZoneOf(name) !== undefined,
  );

@ArgsType()
export class OverTimeArgs {
  @Field(() => StatisticsInterval, { defaultValue: StatisticsInterval.DAY, description: 'Length of a period.' })
  interval!: StatisticsInterval;

  @Field(() => String, {
    defaultValue: 'UTC',
    description:
      'IANA time zone in which days begin, such as `Europe/Berlin` or `UTC`. Former names (`Asia/Calcutta`) and offsets (`+05:30`) work too. Errors: BAD_USER_INPUT if unknown.',
  })
  @TimeZone()
  timeZone!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Number of applications with a status.' })
export class StatusCount {
  @Field(() => ApplicationStatus, { description: 'The current status. REJECTED means declined, not withdrawn.' })
  status!: ApplicationStatus;

  @Field(() => Int, { description: 'Number of applications, possibly 0.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Number of applications for a partnership type.' })
export class PartnershipTypeCount {
  @Field(() => PartnershipType, { description: 'The partnership type.' })
  partnershipType!: PartnershipType;

  @Field(() => Int, { description: 'Number of applications, possibly 0.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Number of applications from companies of a size.' })
export class CompanySizeCount {
  @Field(() => CompanySize, { description: 'The company size.' })
  companySize!: CompanySize;

  @Field(() => Int, { description: 'Number of applications, possibly 0.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Number of applications from an industry.' })
export class IndustryCount {
  @Field(() => String, { description: 'The industry as applicants wrote it. Case-sensitive.' })
  industry!: string;

  @Field(() => Int, { description: 'Number of applications, at least 1.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Events in a day, week or month.' })
export class PeriodCount {
  @Field(() => DateTime, {
    description: 'Start of the period in the requested time zone. It ends when the next one starts.',
  })
  periodStart!: Date;

  @Field(() => Int, { description: 'Applications submitted in this period.' })
  submitted!: number;

  @Field(() => Int, { description: 'Applications approved in this period, whenever submitted.' })
  approved!: number;

  @Field(() => Int, {
    description:
      'Applications declined in this period, whenever submitted. Excludes withdrawals and decisions that were reopened.',
  })
  rejected!: number;

  @Field(() => Int, {
    description: 'Applications withdrawn in this period, whenever submitted. Excludes withdrawals that were reopened.',
  })
  withdrawn!: number;
}
