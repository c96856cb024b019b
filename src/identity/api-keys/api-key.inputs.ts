import { ArrayUnique, MinDate } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';
import { currentTime } from '../../core/database/database.clock.ts';
import { Between, byRule, Entries } from '../../core/graphql/field.rules.ts';
import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import { PageArgs } from '../../core/lists/page.types.ts';
import { Optional, Text, Texts } from '../../core/graphql/text.rules.ts';
import { ApiKeyScope } from './api-key.entity.ts';

const inFuture = () => Optional(MinDate(currentTime, byRule('FUTURE', 'must be in the future')));

function Scopes(): PropertyDecorator {
  return (target, property) => {
    for (const rule of [Entries(1, 3), ArrayUnique(byRule('DUPLICATE', 'must not contain duplicates'))])
      Optional(rule)(target, property);
  };
}

@ArgsType()
export class CreateApiKeyArgs {
  @Field(() => String, { description: 'The purpose of the key. 1 to 100 characters.' })
  @Text(100)
  name!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When the key expires; in the future. Keys of partners do not expire if omitted. Required for keys of admins, at most 365 days ahead.',
  })
  @inFuture()
  expiresAt?: Date | null;

  @Field(() => [ApiKeyScope], {
    nullable: true,
    description:
      'The permissions of the key: READ; CLIENTS if the partner manages clients; REVIEW for admins who review. If omitted: READ, and CLIENTS if allowed.',
  })
  @Scopes()
  scopes?: ApiKeyScope[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'The addresses from which the key can be used: IPv4, IPv6, or ranges such as `192.0.2.0/24`. At most 20. Any address if omitted or empty.',
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
      'When the new key expires; in the future, for admins at most 365 days ahead. If omitted, it is valid as long as the earlier key was. Null: a partner’s key does not expire.',
  })
  @inFuture()
  expiresAt?: Date | null;
}

@ArgsType()
export class ApiKeyUsesArgs extends PageArgs {
  @Field(() => ID, { description: 'Which key.' })
  apiKeyId!: string;
}
