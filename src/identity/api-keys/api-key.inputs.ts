import { ArrayUnique, MinDate } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';
import { Between, byRule, Entries } from '../../core/graphql/field.rules.ts';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { PageArgs } from '../../core/lists/page.types.ts';
import { Optional, Text, Texts } from '../../core/graphql/text.rules.ts';
import { ApiKeyScope } from './api-key.entity.ts';

const inFuture = () => Optional(MinDate(() => new Date(), byRule('FUTURE', 'must be in the future')));

function Scopes(): PropertyDecorator {
  return (target, property) => {
    for (const rule of [Entries(1, 3), ArrayUnique(byRule('DUPLICATE', 'must not name anything twice'))])
      Optional(rule)(target, property);
  };
}

@ArgsType()
export class CreateApiKeyArgs {
  @Field(() => String, { description: 'What it is for. 1 to 100 characters.' })
  @Text(100)
  name!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it ends; in the future. A partner’s key without it does not end by itself. An admin’s key needs it, at most 365 days ahead.',
  })
  @inFuture()
  expiresAt?: Date | null;

  @Field(() => [ApiKeyScope], {
    nullable: true,
    description:
      'What it may do. READ; also CLIENTS if the partner manages clients; also REVIEW by admins who review. Left out: READ, and CLIENTS if possible.',
  })
  @Scopes()
  scopes?: ApiKeyScope[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'The only addresses that it may be used from: IPv4 or IPv6, or ranges such as `192.0.2.0/24`. At most 20. Left out or empty: anywhere.',
  })
  @Optional(Texts(20, 50))
  allowedAddresses?: string[] | null;
}

@ArgsType()
export class RotateApiKeyArgs {
  @Field(() => ID, { description: 'Which key.' })
  id!: string;

  @Field(() => Int, { defaultValue: 24, description: 'Hours for which the earlier key still works: 0 to 168.' })
  @Between(0, 168)
  overlapHours!: number;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When the new key ends; in the future, by an admin at most 365 days ahead. Left out: it lasts as long as the earlier one was made for. Null: a partner’s does not end by itself.',
  })
  @inFuture()
  expiresAt?: Date | null;
}

@ArgsType()
export class ApiKeyUsesArgs extends PageArgs {
  @Field(() => ID, { description: 'Which key.' })
  apiKeyId!: string;
}
