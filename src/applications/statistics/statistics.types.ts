import { IsOptional } from 'class-validator';
import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Between, check } from '../../core/graphql/field.rules.ts';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { ApplicationStatus, CompanySize, PartnershipType } from '../application.enums.ts';
import { timeZoneOf } from './time.zone.ts';

/** The values are PostgreSQL's units. */
export enum StatisticsInterval {
  DAY = 'day',
  WEEK = 'week',
  MONTH = 'month',
}
registerEnumType(StatisticsInterval, {
  name: 'StatisticsInterval',
  description: 'How long a period is, in local time.',
  valuesConfig: {
    DAY: { description: 'From midnight to midnight: 23 to 25 hours.' },
    WEEK: { description: 'Seven days from Monday on (ISO 8601).' },
    MONTH: { description: 'From the first of a month to the first of the next.' },
  },
});

@ArgsType()
export class StatisticsArgs {
  @Field(() => DateTime, {
    nullable: true,
    description: 'Applications submitted at this moment or later. All where left out.',
  })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Applications submitted before this moment. All where left out.',
  })
  @IsOptional()
  to?: Date | null;
}

@ArgsType()
export class IndustryArgs {
  @Field(() => Int, { nullable: true, defaultValue: 10, description: 'How many industries: 1 to 100.' })
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
  @Field(() => StatisticsInterval, { defaultValue: StatisticsInterval.DAY, description: 'How long a period is.' })
  interval!: StatisticsInterval;

  @Field(() => String, {
    defaultValue: 'UTC',
    description:
      'IANA time zone in which days begin, such as `Europe/Berlin` or `UTC`. Former names (`Asia/Calcutta`) and offsets (`+05:30`) work too. Errors: BAD_USER_INPUT if unknown.',
  })
  @TimeZone()
  timeZone!: string;
}

@ObjectType({ simpleResolvers: true, description: 'How many applications have a status.' })
export class StatusCount {
  @Field(() => ApplicationStatus, { description: 'The status that they have now. REJECTED: declined, not withdrawn.' })
  status!: ApplicationStatus;

  @Field(() => Int, { description: 'How many; 0 is said too.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many applications are for a type of partnership.' })
export class PartnershipTypeCount {
  @Field(() => PartnershipType, { description: 'What they applied for.' })
  partnershipType!: PartnershipType;

  @Field(() => Int, { description: 'How many; 0 is said too.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many applications come from companies of a size.' })
export class CompanySizeCount {
  @Field(() => CompanySize, { description: 'How many people work at these companies.' })
  companySize!: CompanySize;

  @Field(() => Int, { description: 'How many applications; 0 is said too.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many applications come from an industry.' })
export class IndustryCount {
  @Field(() => String, { description: 'The industry as the applicants wrote it; capitals make a difference.' })
  industry!: string;

  @Field(() => Int, { description: 'How many applications; at least 1.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What happened in a day, a week or a month.' })
export class PeriodCount {
  @Field(() => DateTime, {
    description: 'When the period begins in the time zone asked for. It ends where the next one begins.',
  })
  periodStart!: Date;

  @Field(() => Int, { description: 'Applications submitted in it.' })
  submitted!: number;

  @Field(() => Int, { description: 'Approvals in it, also of applications that were submitted before.' })
  approved!: number;

  @Field(() => Int, {
    description:
      'Rejections in it that stand, also of applications that were submitted before. One that is reviewed once more no longer counts, and a withdrawal never does.',
  })
  rejected!: number;

  @Field(() => Int, {
    description:
      'Withdrawals in it that stand, also of applications that were submitted before. One that is reopened no longer counts.',
  })
  withdrawn!: number;
}
