import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { formatMoney } from './currency.ts';
import { Money } from './money.types.ts';

@Resolver(() => Money)
export class MoneyResolver {
  @FieldResolver(() => String, { description: 'The amount as text for people: `€19.99`.' })
  formatted(
    @Root() money: Money,
    @Arg('locale', () => String, {
      defaultValue: 'en',
      description: 'Language tag, such as `de-AT`. English if it is not known.',
    })
    locale: string,
  ): string {
    return formatMoney(money, locale);
  }
}
