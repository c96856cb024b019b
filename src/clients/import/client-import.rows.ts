import { conflict, DomainError, type FieldProblem } from '../../core/context/domain.error.ts';
import { validateArgument } from '../../core/graphql/argument.validation.ts';
import { isEmailAddress, mailboxOf } from '../../core/text/mailbox.ts';
import { CreateClientAccountInput } from '../client-account.inputs.ts';
import type { ImportedClientInput } from './client-import.inputs.ts';
import type { ImportProblem } from './client-import.types.ts';

/** Columns of a new client, tidied and valid. */
export type ImportedValues = CreateClientAccountInput & { billingOwnedByReseller: boolean };

/** A row after its check: with values or with an error. */
export interface CheckedRow {
  key: string;
  mailbox: string | null;
  values?: ImportedValues;
  error?: DomainError;
}

/** Checks each row as createClientAccount checks its input, and finds rows with the mailbox of an earlier valid one. */
export function checkRows(rows: readonly ImportedClientInput[]): CheckedRow[] {
  const taken = new Set<string>();
  return rows.map((row) => {
    const checked = checkRow(row);
    if (checked.mailbox === null || !checked.values) return checked;
    if (taken.has(checked.mailbox)) return { key: row.key, mailbox: checked.mailbox, error: duplicate() };
    taken.add(checked.mailbox);
    return checked;
  });
}

function checkRow({ key, ...row }: ImportedClientInput): CheckedRow {
  const input = Object.assign(new CreateClientAccountInput(), {
    companyName: row.companyName ?? '',
    contactName: row.contactName ?? '',
    contactEmail: row.contactEmail ?? '',
    subscriptionTier: row.subscriptionTier ?? '',
    ...(row.contactPhone?.trim() ? { contactPhone: row.contactPhone } : {}),
  });
  const error = problemOf(input);
  const mailbox = isEmailAddress(input.contactEmail) ? mailboxOf(input.contactEmail) : null;
  if (error) return { key, mailbox, error };
  return { key, mailbox, values: { ...input, billingOwnedByReseller: row.billingOwnedByReseller ?? true } };
}

/** Tidies the input too. */
function problemOf(input: CreateClientAccountInput): DomainError | undefined {
  try {
    validateArgument(input);
    return undefined;
  } catch (problem) {
    if (problem instanceof DomainError) return problem;
    throw problem;
  }
}

const duplicate = () =>
  conflict('IMPORT_DUPLICATE', 'An earlier row has the same email address. Remove one of the two rows.');

/** The fields of BAD_USER_INPUT. Empty for other errors. */
export const problemsOf = ({ details: { fields = [] } }: DomainError): ImportProblem[] =>
  fields.map(({ path, message, rule, params }) => ({
    field: path,
    message,
    rule,
    min: numberIn(params, 'min'),
    max: numberIn(params, 'max'),
    character: textIn(params, 'character'),
    codePoint: textIn(params, 'codePoint'),
  }));

function numberIn(params: FieldProblem['params'], name: string): number | null {
  const value = params?.[name];
  return typeof value === 'number' ? value : null;
}

function textIn(params: FieldProblem['params'], name: string): string | null {
  const value = params?.[name];
  return typeof value === 'string' ? value : null;
}
