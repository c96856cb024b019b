import { inFile, type Mutant } from '../../mutant.ts';

const CREATE = 'test/clients/create-client-account.test.ts';
const RESET_REQUEST = 'test/identity/account-security/request-password-reset.test.ts';
const ACCESS = 'test/access/access-client-account.test.ts';

export const inputs: Mutant[] = [
  ...inFile(
    'src/core/graphql/text.rules.ts',
    [CREATE],
    [
      [
        'A8: A password has a limited length.',
        'return characters({ min: 1, max: 128 });',
        'return characters({ min: 1, max: 1_000_000 });',
        'test/security/accounts/sign-in.test.ts',
      ],
      [
        'F1: A text has no forbidden character.',
        'notPiledUp(target, property);\n    nothingOf(forbiddenIn)(target, property);',
        'notPiledUp(target, property);',
      ],
      [
        'F2: An address is one plain address.',
        "check({ rule: 'EMAIL', message: 'must be an email address' }, isAddress)(target, property);",
        '',
      ],
      ['F4: A text is not blank or too long.', 'characters({ min: 1, max })(target, property);', ''],
      [
        'F4: A website is an http address.',
        "check({ rule: 'WEB_ADDRESS', message }, isAddress)(target, property);",
        '',
        'test/applications/submission/submit-partner-application.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/core/text/text.tidy.ts',
    ['test/core/text/pasted-texts.test.ts'],
    [['F6: A text that shows nothing is blank.', 'SEEN.test(text) ? text : ', 'text ? text : ']],
  ),
  ...inFile(
    'src/core/text/mailbox.ts',
    ['test/core/text/mailbox.test.ts', 'test/security/accounts/one-mailbox.test.ts'],
    [['F7: Domains of one provider are one mailbox.', "'pm.me': 'proton.me',", '']],
  ),
  ...inFile(
    'src/core/text/csv.ts',
    ['test/applications/export/exported-cells.test.ts', 'test/audit/audit-export.test.ts'],
    [['F3: A cell is no formula.', `\${isFormula(text) ? "'" : ''}`, '']],
  ),
  ...inFile(
    'src/core/lists/text.search.ts',
    ['test/clients/client-accounts.test.ts'],
    [['F5: A search has no wildcards.', "'[\\\\\\\\%_]'", "'[!]'"]],
  ),
  ...inFile(
    'src/core/graphql/date-time.scalar.ts',
    ['test/core/graphql/date-time.test.ts'],
    [
      [
        'F8: A time is from year 1 to 9999.',
        'moment.getTime() >= EARLIEST && moment.getTime() <= LATEST',
        'EARLIEST < LATEST',
      ],
    ],
  ),
  ...inFile(
    'src/core/lists/page.types.ts',
    ['test/core/lists.test.ts'],
    [['E4: A page has at most 100 items.', '@Between(1, 100)', '@Between(1)']],
  ),
  ...inFile(
    'src/core/lists/page.cursor.ts',
    ['test/core/page-cursor.test.ts', 'test/core/lists.test.ts'],
    [['C2: A cursor belongs to its order.', 'sortedBy !== sort || ', '']],
  ),
  ...inFile(
    'src/migrations/versions/20261130-12-clients.ts',
    ['test/security/tenants/tenant-answers.test.ts'],
    [
      [
        'C4: An address is unique for a reseller only.',
        'on client_account (reseller_id, contact_email)\n    where',
        'on client_account (contact_email)\n    where',
      ],
    ],
  ),
  ...inFile(
    'src/clients/client-account.inputs.ts',
    [CREATE],
    [
      [
        'B6: Callers cannot set the tier.',
        'export class CreateClientAccountInput {',
        'export class CreateClientAccountInput {\n  @Field(() => String, { nullable: true })\n  @IsOptional()\n  tier?: string | null;\n',
      ],
    ],
  ),
  ...inFile(
    'src/partners/partner-owner.resolver.ts',
    ['test/partners/partner-account.test.ts'],
    [['B3: A partner does not see when it joined.', "if (ctx.caller?.role !== 'ADMIN') throw forbidden();", '']],
  ),
  ...inFile(
    'src/identity/tokens/signed.token.ts',
    ['test/security/accounts/tokens.test.ts'],
    [
      [
        'A3: The key of a token is one of ours, by its name.',
        '? this.keys.publicKeys.get(header.kid)',
        '? (this.keys.publicKeys.get(header.kid) ?? [...this.keys.publicKeys.values()][0])',
      ],
    ],
  ),
  ...inFile(
    'src/identity/account-security/password.rules.ts',
    ['test/security/accounts/passwords.test.ts'],
    [['A11: A password is not easy to guess.', 'if (problem) throw invalidInput([{ path, ...problem }]);', '']],
  ),
  ...inFile(
    'src/identity/invitations/invitation.service.ts',
    ['test/security/accounts/enumeration.test.ts'],
    [
      [
        'A12: A request for a new password looks up no address.',
        '(em) => ctx.jobs.send(em, PASSWORD_RESET_QUEUE, [request])',
        'async (em) => { if (await em.count(User, { email })) await ctx.jobs.send(em, PASSWORD_RESET_QUEUE, [request]); }',
      ],
    ],
  ),
  ...inFile(
    'src/identity/invitations/account-link.job.ts',
    [RESET_REQUEST],
    [
      [
        'A12: A stranger’s request ends no link.',
        'const token = await createToken(transaction, user.id, purpose);',
        "await transaction.execute('delete from user_token where user_id = ?', [user.id]);\n    const token = await createToken(transaction, user.id, purpose);",
      ],
    ],
  ),
  ...inFile(
    'src/email/email.names.ts',
    ['test/email/names.test.ts'],
    [['A14: A name in an email is a name.', 'return isName ? name : undefined;', 'return name || String(isName);']],
  ),
  ...inFile(
    'src/access/client-access.service.ts',
    [ACCESS],
    [['D4: The token is in the fragment of the URL.', '#access_token=${accessToken}', '?access_token=${accessToken}']],
  ),
];
