import { inFile, type Mutant } from '../../mutant.ts';

const SUBMISSIONS = 'test/security/accounts/rate-limits.test.ts';
const SIGN_IN = 'test/security/accounts/sign-in.test.ts';
const BY_NETWORK = 'test/security/accounts/sign-in-by-network.test.ts';
const STRANGERS = 'test/security/accounts/mails-to-strangers.test.ts';

/** The limited calls. The counting is in limits.mutants.ts. */
export const limitRules: Mutant[] = [
  ...inFile(
    'src/identity/sessions/session.rules.ts',
    [SIGN_IN],
    [
      [
        'A7: Sign-ins of a network are limited.',
        'inTurn(signInsOfNetwork, failuresOfPair, failuresOfAccount)',
        'inTurn(failuresOfPair, failuresOfAccount)',
      ],
      [
        'A13: Failures of a network for one account are limited.',
        'inTurn(signInsOfNetwork, failuresOfPair, failuresOfAccount)',
        'inTurn(signInsOfNetwork, failuresOfAccount)',
        BY_NETWORK,
      ],
      [
        'A7: Failures of an account are limited.',
        'inTurn(signInsOfNetwork, failuresOfPair, failuresOfAccount)',
        'inTurn(signInsOfNetwork, failuresOfPair)',
      ],
      [
        'Sign-ins by link are limited.',
        'signInWithLink: signInsOfNetwork',
        'signInWithLink: inTurn()',
        'test/security/accounts/public-limits.test.ts',
      ],
      [
        'Sign-ins by an identity provider are limited.',
        'signInWithIdentity: signInsOfNetwork',
        'signInWithIdentity: inTurn()',
        'test/security/accounts/public-limits.test.ts',
      ],
      [
        'Refreshes are limited.',
        'refreshSession: refreshesOfNetwork',
        'refreshSession: inTurn()',
        'test/security/accounts/public-limits.test.ts',
      ],
      [
        'Accepted invitations are limited.',
        'acceptInvitation: signInsOfNetwork',
        'acceptInvitation: inTurn()',
        'test/security/accounts/public-limits.test.ts',
      ],
      [
        'Requests for a new password are limited.',
        'requestPasswordReset: signInsOfNetwork',
        'requestPasswordReset: inTurn()',
        'test/security/accounts/public-limits.test.ts',
      ],
      [
        'New passwords by link are limited.',
        'resetPassword: signInsOfNetwork',
        'resetPassword: inTurn()',
        'test/security/accounts/public-limits.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/applications/application.rules.ts',
    ['test/applications/applicant/application-status.test.ts'],
    [
      [
        'G3: Submissions of a network are limited.',
        'submitPartnerApplication: submissionsOfNetwork',
        'submitPartnerApplication: inTurn()',
        SUBMISSIONS,
      ],
      ['Views of an application are limited.', 'applicationStatus: looksOfNetwork', 'applicationStatus: inTurn()'],
      [
        'Withdrawals are limited.',
        'withdrawApplication: looksOfNetwork',
        'withdrawApplication: inTurn()',
        'test/applications/applicant/application-status.test.ts',
        'test/applications/applicant/withdraw-application.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/applications/application.service.ts',
    [SUBMISSIONS],
    [
      [
        'G4: A mailbox gets few emails about submissions.',
        'await countCall(ctx.limits.recipient, mailboxOf(input.contactEmail));',
        '',
      ],
    ],
  ),
  ...inFile(
    'src/identity/invitations/invitation.service.ts',
    [STRANGERS],
    [
      [
        'A14: An account sends few invitations.',
        "await countCall(limits.invitations, caller?.resellerId ?? 'platform');",
        '',
      ],
      ['A14: A mailbox gets few invitations.', 'await countCall(limits.invited, mailbox);', ''],
      [
        'Invitations and submissions share the limit of a mailbox.',
        'await countCall(limits.recipient, mailbox);',
        '',
        STRANGERS,
        'test/partners/resend-invitation.test.ts',
      ],
      [
        'An invitation that is sent again counts.',
        'await countInviter(ctx);\n  await countInvitation(ctx, user.email);',
        '',
      ],
    ],
  ),
  ...inFile(
    'src/identity/account-security/password.service.ts',
    [
      'test/identity/account-security/confirm-identity.test.ts',
      'test/identity/account-security/change-password.test.ts',
    ],
    [['A session guesses few passwords.', 'await countCall(ctx.limits.signIn, `password:${user.id}`);', '']],
  ),
  ...inFile(
    'src/identity/second-factors/second-factor.service.ts',
    ['test/identity/account-security/second-factor.test.ts'],
    [
      [
        'A session guesses few codes of a setup.',
        'await countCall(ctx.limits.signIn, `factor:${ctx.caller?.userId}`);',
        '',
      ],
    ],
  ),
  ...inFile(
    'src/identity/second-factors/second-factor.proof.ts',
    ['test/identity/account-security/second-factor.test.ts'],
    [
      [
        'Ten wrong codes block the second factor.',
        'if (closesIn > 0 && factor.failures >= MOST_FAILURES) throw',
        'if (closesIn > 0 && factor.failures >= 999) throw',
      ],
    ],
  ),
  ...inFile(
    'src/identity/sessions/bearer.authentication.ts',
    ['test/identity/api-keys/api-key-authentication.test.ts'],
    [['Made-up keys are counted.', 'await countCall(limits.api, networkOf(address));', '']],
  ),
  ...inFile(
    'src/identity/api-keys/api-key.service.ts',
    ['test/identity/api-keys/api-keys-a-day.test.ts'],
    [
      [
        'An account creates few keys a day.',
        "MAX_KEYS);\n    await countCall(ctx.limits.apiKeys, accountOf(caller) ?? 'admins');",
        'MAX_KEYS);',
      ],
      [
        'An account rotates few keys a day.',
        "requireEnd(caller, end);\n    await countCall(ctx.limits.apiKeys, accountOf(caller) ?? 'admins');",
        'requireEnd(caller, end);',
      ],
      [
        'An account has at most a hundred keys.',
        'if (rows.length >= most) {',
        'if (rows.length > most) {',
        'test/identity/api-keys/create-api-key.test.ts',
      ],
    ],
  ),
];
