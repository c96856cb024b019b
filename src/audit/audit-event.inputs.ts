import { IsOptional } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { Filter } from '../core/graphql/shared.fields.ts';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { Entries } from '../core/graphql/field.rules.ts';
import { PageArgs } from '../core/lists/page.types.ts';
import { Optional, Text, Texts } from '../core/graphql/text.rules.ts';
import { AuditActionEnum } from './audit.actions.ts';

@InputType({ description: 'Filters a list of audit events. All given conditions must match.' })
export class AuditEventFilter {
  @Field(() => [AuditActionEnum], { nullable: true, description: 'Events with any of these actions. At most 100.' })
  @IsOptional()
  @Entries(0, 100)
  types?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    deprecationReason: 'Use `types`, which takes the same values as enums.',
    description: 'Events with any of these actions, such as `client.created`. At most 20, each 1 to 60 characters.',
  })
  @IsOptional()
  @Texts(20, 60)
  action?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Events of this partner. Partners always see only their own.' })
  resellerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Events about this object, such as a client.' })
  targetId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Events about objects of any of these types, such as `ClientAccount`. At most 20.',
  })
  @IsOptional()
  @Texts(20, 60)
  targetTypes?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Events by any of these users. At most 20. Partners find only events by their own users.',
  })
  @IsOptional()
  @Entries(0, 20)
  actorIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Events by or about people and objects with this text anywhere in their current name. Fewer than three letters or digits find only names that begin with the text. Ignores case, accents and spacing. Considers at most 200 matches of each type. 1 to 200 characters.',
  })
  @Optional(Text(200))
  search?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Events at or after this time.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Events before this time.' })
  to?: Date | null;
}

@ArgsType()
export class AuditEventsArgs extends PageArgs {
  @Filter(() => AuditEventFilter, 'Which events to return. Default: all.')
  filter?: AuditEventFilter | null;
}
