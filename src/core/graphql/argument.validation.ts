import { validateSync, type ValidationError } from 'class-validator';
import { invalidInput, type FieldProblem } from '../context/domain.error.ts';
import { tidyTexts } from './text.rules.ts';

/** Replaces type-graphql's own validation, whose error carries the whole input back to the caller. */
export function validateArgument(argument: unknown): void {
  if (typeof argument !== 'object' || argument === null) return;
  tidyTexts(argument);
  const errors = validateSync(argument, { forbidUnknownValues: false });
  if (errors.length > 0) throw invalidInput(errors.flatMap((error) => problemsOf(error)));
}

function problemsOf({ property, constraints = {}, children = [] }: ValidationError, parent = ''): FieldProblem[] {
  const path = `${parent}${property}`;
  const own = Object.values(constraints).map((message) => ({ path, message }));
  return [...own, ...children.flatMap((child) => problemsOf(child, `${path}.`))];
}
