import { validateSync, type ValidationError } from 'class-validator';
import { invalidInput, type FieldProblem } from '../context/domain.error.ts';
import { meetsRules } from './compiled.rules.ts';
import type { RuleContext } from './field.rules.ts';
import { tidyTexts } from './text.rules.ts';

/**
 * Replaces type-graphql's validation, whose error returns the whole input to the caller. class-validator only runs to
 * describe problems, because it collects the rules of a class again for each input.
 */
export function validateArgument(argument: unknown): void {
  if (typeof argument !== 'object' || argument === null) return;
  tidyTexts(argument);
  if (meetsRules(argument)) return;
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
