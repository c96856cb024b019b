/**
 * The attacks that the product withstands. The title of each test of an attack begins with its number, in any test
 * file: `A5: …`, or `C7, C8: …`. So does each mutant that removes its defense. `npm run test:security` runs the tests.
 */
export const attacks = {
  A1: 'access token of another algorithm or key',
  A2: 'token of another kind, issuer or audience, or without an end',
  A3: 'header of a token that names its own key',
  A4: 'access token of an ended session or account',
  A5: 'refresh token used again',
  A6: 'sign-in that probes for accounts',
  A7: 'many sign-ins in one document, from one address, for one account',
  A8: 'password that is too long, or has NUL',
  A9: 'link of an invitation or a reset used again or too late',
  A10: 'refresh cookie with a guessed secret',
  A11: 'password that is easy to guess',
  A12: 'password reset that probes for accounts, or ends the owner’s link',
  A13: 'stranger who uses up the limits of an account',
  A14: 'invitations as advertisements to strangers',
  B1: 'each operation by each kind of caller',
  B2: 'operation without a permission rule',
  B3: 'internal data below a permitted object',
  B4: 'permission rule that fails',
  B5: 'own and foreign object in one document',
  B6: 'field that callers cannot set',
  B7: '__proto__ and constructor in variables',
  C1: 'ID of another tenant',
  C2: 'cursor that is forged, or of another tenant',
  C3: 'totals, searches and unique values of other tenants',
  C4: 'one client of two resellers',
  C5: 'two tenants at once on the same connections',
  C6: 'code without a tenant',
  C7: 'code that bypasses the filter of the tenant',
  C8: 'row moved to another tenant, or created there',
  D1: 'access to a client that the caller cannot access',
  D2: 'client access token for anything else',
  D3: 'client access token used again, too late, or after its end',
  D4: 'client access token in logs and headers',
  D5: 'client access without its audit event',
  D6: 'audit event changed or deleted',
  E1: 'many aliases or fields',
  E2: 'many directives, braces or levels, and circular fragments',
  E3: 'array of requests',
  E4: 'page or limit out of range',
  E5: 'introspection and suggestions in production',
  E6: 'large body, and headers without an end',
  E7: 'request that a form or link of another site can send',
  E8: 'script of another site',
  E9: 'document that is expensive to refuse',
  E10: 'thousands of different documents',
  E11: 'document whose answer depends on earlier ones',
  F1: 'characters that the database or people cannot read',
  F2: 'email address with a header, a name or several addresses',
  F3: 'scripts, templates and formulas in names',
  F4: 'text that is blank or too long, and unsafe URLs',
  F5: 'wildcards in a search',
  F6: 'names that show nothing, and pasted text',
  F7: 'one mailbox in two spellings',
  F8: 'times before year 1 or after 9999',
  G1: 'made-up X-Forwarded-For',
  G2: 'many addresses of one IPv6 network',
  G3: '200 submissions at once',
  G4: 'many emails to one victim',
  G5: '100,000 different addresses',
  H1: 'internal error',
  H2: 'secrets in logs and audit events',
  J1: 'webhook address of an inner host, in any spelling',
  J2: 'name that resolves to a public, then to a private address',
  J3: 'redirect to an inner address',
  J4: 'answer that drips or never ends',
  J5: 'upload of another type or size, with a second type or a script in it, or by another link; file claimed by others',
  J6: 'download link after the session or the right has ended',
  J8: 'callback of the product that is forged, old or repeated',
  J16: 'REST operation beyond the rules of GraphQL',
  J20: 'token of a link in a log of the process or of a proxy',
} as const;

export type Attack = keyof typeof attacks;

export const attackNumbers = Object.keys(attacks) as Attack[];

const isAttack = (number: string): number is Attack => number in attacks;

/** Returns the attacks at the beginning of a title, or of a title around it. */
export function attacksIn(title: string): Attack[] {
  const lists = title.matchAll(/(?<![\w+])[A-J]\d{1,2}(, [A-J]\d{1,2})*(?=: )/g);
  return [...new Set(Array.from(lists, ([list]) => list.split(', ')).flat())].filter(isAttack);
}
