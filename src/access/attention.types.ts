import { IsOptional } from 'class-validator';
import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ClientAccount } from '../clients/client-account.entity.ts';
import { Between } from '../core/graphql/field.rules.ts';

export enum AttentionReason {
  SUSPENDED = 'SUSPENDED',
  ONBOARDING_OVERDUE = 'ONBOARDING_OVERDUE',
  NOT_OPENED = 'NOT_OPENED',
}
registerEnumType(AttentionReason, {
  name: 'AttentionReason',
  description: 'Why a client needs attention.',
  valuesConfig: {
    SUSPENDED: { description: 'The subscription is suspended.' },
    ONBOARDING_OVERDUE: { description: 'The subscription is active, and a step of the onboarding is overdue.' },
    NOT_OPENED: { description: 'The client was added 3 to 60 days ago, and no user has accessed its account yet.' },
  },
});

@ArgsType()
export class ClientsNeedingAttentionArgs {
  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'Number of clients, 1 to 50.' })
  @IsOptional()
  @Between(1, 50)
  first?: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'A client that needs attention, and why.' })
export class ClientAttention {
  @Field(() => ClientAccount, { description: 'The client.' })
  client!: ClientAccount;

  @Field(() => AttentionReason, { description: 'The most important reason.' })
  reason!: AttentionReason;
}
