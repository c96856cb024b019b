import { ArrayMaxSize, ArrayMinSize, Max, Min, ValidateBy, type ValidationOptions } from 'class-validator';
import type { FieldRule, RuleParams } from '../context/domain.error.ts';

export interface RuleContext {
  rule: FieldRule;
  paramsOf: (value: unknown) => RuleParams | undefined;
}

export const byRule = (rule: FieldRule, message: string, params?: RuleParams): ValidationOptions => ({
  message,
  context: { rule, paramsOf: () => params } satisfies RuleContext,
});

interface TextRule {
  rule: FieldRule;
  messageOf?: (text: string) => string;
  message?: string;
  paramsOf?: (text: string) => RuleParams | undefined;
  each?: boolean;
  /** Accepts null too. */
  orNull?: boolean;
}

export const check = (
  { rule, message = '', messageOf = () => message, paramsOf = () => undefined, each = false, orNull = false }: TextRule,
  isMet: (text: string) => boolean,
): PropertyDecorator =>
  ValidateBy(
    {
      name: rule,
      validator: { validate: (value) => (orNull && value === null) || (typeof value === 'string' && isMet(value)) },
    },
    {
      each,
      message: ({ value }) => messageOf(String(value)),
      context: { rule, paramsOf: (value) => paramsOf(String(value)) } satisfies RuleContext,
    },
  );

export function Between(min: number, max?: number): PropertyDecorator {
  const rule = byRule('RANGE', max === undefined ? `must be ${min} or more` : `must be ${min} to ${max}`, {
    min,
    ...(max === undefined ? {} : { max }),
  });
  return (target, property) => {
    Min(min, rule)(target, property);
    if (max !== undefined) Max(max, rule)(target, property);
  };
}

export function Entries(min: number, max: number): PropertyDecorator {
  const rule = byRule('COUNT', `must have ${min} to ${max} entries`, { min, max });
  return (target, property) => {
    ArrayMinSize(min, rule)(target, property);
    ArrayMaxSize(max, rule)(target, property);
  };
}
