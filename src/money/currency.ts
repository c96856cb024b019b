import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

function parsed(value: unknown): string {
  if (typeof value === 'string' && KNOWN.has(value)) return value;
  throw new GraphQLError('Currency must be an ISO 4217 code in capital letters, such as EUR.');
}

export const Currency = new GraphQLScalarType<string, string>({
  name: 'Currency',
  description: 'A currency by its ISO 4217 code: `EUR`.',
  serialize: parsed,
  parseValue: parsed,
  parseLiteral: (node) => parsed(node.kind === Kind.STRING ? node.value : undefined),
});

/** Decimal places of the currency: 2 for EUR, 0 for JPY, 3 for KWD. */
const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** For people. The amount has minor units. Without a known language tag, English. */
export function formatMoney({ amount, currency }: { amount: number; currency: string }, locale: string): string {
  const format = new Intl.NumberFormat(languageOf(locale), { style: 'currency', currency });
  const digits = digitsOf(currency);
  // As text, because a division would lose the last digits of large amounts.
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return format.format(`${amount < 0 ? '-' : ''}${whole}` as Intl.StringNumericLiteral);
}

function languageOf(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
