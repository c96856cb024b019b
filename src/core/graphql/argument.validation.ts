import { validateSync, type ValidationError } from 'class-validator';
import { invalidInput, type FieldProblem } from '../context/domain.error.ts';
import type { RuleContext } from './field.rules.ts';
import { tidyTexts } from './text.rules.ts';

/** Replaces type-graphql's validation, whose error returns the whole input to the caller. */
export function validateArgument(argument: unknown): void {
  if (typeof argument !== 'object' || argument === null) return;
  tidyTexts(argument);
  const errors = validateSync(argument, { forbidUnknownValues: false });
  if (errors.length > 0) throw invalidInput(errors.flatMap((error) => problemsOf(error)));
}

function problemsOf(
  { property, value, constraints = {}, contexts = {}, children = [] }: ValidationError,
  parent = '',
): FieldProblem[] {
  const path = `${parent}${property}`;
  const own = Object.entries(constraints).map(([name, message]): FieldProblem => {
    const { rule, paramsOf }: RuleContext = contexts[name];
    const params = paramsOf(value);
    return { path, message, rule, ...(params ? { params } : {}) };
  });
  return [...own, ...children.flatMap((child) => problemsOf(child, `${path}.`))];
}
