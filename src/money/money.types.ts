import { Field, InputType, ObjectType } from 'type-graphql';
import { Between } from '../core/graphql/field.rules.ts';
import { Currency } from './currency.ts';
import { MinorUnits } from './minor-units.scalar.ts';

@ObjectType({ simpleResolvers: true, description: 'An amount of money.' })
export class Money {
  @Field(() => MinorUnits, { description: 'Amount in minor units: 1999 for 19.99 EUR, and for 1,999 JPY.' })
  amount!: number;

  @Field(() => Currency, { description: 'Currency of the amount.' })
  currency!: string;
}

@InputType({ description: 'An amount of money.' })
export class MoneyInput {
  @Field(() => MinorUnits, { description: 'Amount in minor units, 0 or more: 1999 for 19.99 EUR, and for 1,999 JPY.' })
  @Between(0, Number.MAX_SAFE_INTEGER)
  amount!: number;

  @Field(() => Currency, { description: 'Currency of the amount.' })
  currency!: string;
}
