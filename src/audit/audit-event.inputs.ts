import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { Entries } from '../core/graphql/field.rules.ts';
import { PageArgs } from '../core/lists/page.types.ts';
import { Texts } from '../core/graphql/text.rules.ts';
import { AuditActionEnum } from './audit.actions.ts';

@InputType({ description: 'Which audit events a list shows: those that meet everything that is given.' })
export class AuditEventFilter {
  @Field(() => [AuditActionEnum], { nullable: true, description: 'Any of these. At most 100.' })
  @IsOptional()
  @Entries(0, 100)
  types?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    deprecationReason: 'Use `types`, which says the same as enums.',
    description: 'Any of these: `client.created`, for example. At most 20, each 1 to 60 characters.',
  })
  @IsOptional()
  @Texts(20, 60)
  action?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this partner. A partner sees its own in any case.' })
  resellerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'What was done to this: a client, for example.' })
  targetId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Not before this moment.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Before this moment.' })
  to?: Date | null;
}

@ArgsType()
export class AuditEventsArgs extends PageArgs {
  @Field(() => AuditEventFilter, { nullable: true, description: 'Which events. All where left out.' })
  @IsOptional()
  @ValidateNested()
  filter?: AuditEventFilter | null;
}
