/** A part of the document, as JSON. */
export type Json = Record<string, unknown>;

/** Parts of the schema's descriptions that name something of GraphQL, and what the REST API has instead. */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/See `expectedVersion`\./, 'Send it as `If-Match`.'],
  [/ (?:Ignored|Null) if `after` (?:is|was) set\./, ''],
  [/ Counted only if selected\./, ''],
  [/, or null if it does not exist/, ''],
  [/ unless `withdrawn` is false/, ''],
  [/ the applications submitted in \[from, to\), or of all applications\. Errors: .*?\. /, ' all applications. '],
  [/ submitted in a period\. All fields of a query show the same moment\. Only selected fields are counted\./, '.'],
  [/, and notifies the mentioned admins\. Errors: NOT_FOUND; BAD_USER_INPUT on `mentionIds`\./, '. Errors: NOT_FOUND.'],
  [/ Its refresh token is in a cookie\./, ''],
  [/ Call refreshSession before then\./, ''],
  [/ Until then it can only use .*?\.$/, ' Until then it can do nothing here. Add one in the portal.'],
];

/** A description of the schema, in the words of the REST API. */
export const worded = (description: string | null | undefined): string =>
  REPLACED.reduce((text, [from, to]) => text.replace(from, to), description ?? '');

/** The first sentence, without its full stop. */
export const summaryOf = (description: string): string => /^.*?(?=[.:;]\s|\.$|$)/s.exec(description)?.[0] ?? '';

/** `RestClientAccounts` becomes `clientAccounts`. */
export const operationIdOf = (operationName: string): string => {
  const name = operationName.replace(/^Rest/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
};

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const refTo = (kind: 'schemas' | 'responses' | 'headers', name: string): Json => ({
  $ref: `#/components/${kind}/${name}`,
});
