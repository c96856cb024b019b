import { inFile, type Mutant } from '../../mutant.ts';

const SESSION = 'test/identity/sessions/session.test.ts';
const SESSION_IDS = 'test/security/accounts/session-ids.test.ts';
const FACTOR = 'test/identity/account-security/second-factor.test.ts';
const RESET = 'test/identity/account-security/reset-password.test.ts';
const TOKENS = 'test/security/accounts/tokens.test.ts';
const OWN = 'test/identity/sessions/own-sessions.test.ts';

export const sessions: Mutant[] = [
  ...inFile(
    'src/identity/sessions/session.service.ts',
    [SESSION],
    [
      [
        'A session that was ended is not refreshed.',
        'if (!session || session.revokedAt) return undefined;',
        'if (!session) return undefined;',
      ],
      ['A session that has expired is not refreshed.', 'if (session.expiresAt <= now) return undefined;', ''],
      ['A5: A replayed refresh token is refused.', 'if (age > 1 || (age === 1 && !isFresh)) {', 'if (age > 99) {'],
      ['A5: The grace of a refresh token ends.', 'if (age > 1 || (age === 1 && !isFresh)) {', 'if (age > 1) {'],
      [
        'A5: A replayed refresh token ends the session.',
        'await em.nativeUpdate(UserSession, { id: sessionId }, { revokedAt: currentTime() });',
        '',
      ],
      ['A token of a later generation is refused.', 'if (age < 0) return undefined;', ''],
      [
        'A5: A concurrent second refresh creates no third token.',
        'if (age === 0) await em.nativeUpdate',
        'await em.nativeUpdate',
      ],
      [
        'An account that is not active is not refreshed.',
        'const account = await accountOf(em, user);\n    if (!account) return undefined;',
        'const account = (await accountOf(em, user)) ?? { roles: [] };',
        SESSION,
        'test/identity/users/remove-member.test.ts',
        'test/partners/update-partner-account.test.ts',
      ],
      [
        'An account that is not active does not sign in.',
        'if (!account || isOutdated || isUnproven',
        'if (isOutdated || isUnproven',
        SESSION,
        'test/identity/users/remove-member.test.ts',
        'test/partners/update-partner-account.test.ts',
      ],
      [
        'A password that was changed meanwhile proves nothing.',
        '|| isOutdated || isUnproven',
        '|| isUnproven',
        RESET,
        SESSION,
      ],
      [
        'A factor that was added meanwhile is required.',
        '|| isOutdated || isUnproven',
        '|| isOutdated',
        'test/identity/account-security/added-second-factor.test.ts',
      ],
      [
        'A link signs in once.',
        '|| (useLink && !(await useLink(em)))',
        '',
        'test/identity/sessions/sign-in-with-link.test.ts',
      ],
      ['A second factor is required.', 'await requireSecondFactor(ctx, { user: known, code });', '', FACTOR],
      [
        'A6: An unknown address costs a hash.',
        'const isRight = await verifyPassword(password, user?.passwordHash);',
        'const isRight = user !== undefined && (await verifyPassword(password, user.passwordHash));',
        'test/security/accounts/sign-in.test.ts',
      ],
      [
        'Ended sessions stay ended: all but one.',
        'const others = except === undefined ? {} : { id: { $ne: except } };',
        'const others = {};',
        'test/identity/account-security/change-password.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/identity/sessions/refresh.token.ts',
    [SESSION_IDS, SESSION],
    [['A10: A refresh token is signed.', ' || !secrets.verify(PURPOSE, `${sessionId}.${digits}`, signature)', '']],
  ),
  ...inFile(
    'src/identity/sessions/refresh.cookie.ts',
    [SESSION, 'test/security/requests/production.test.ts'],
    [
      ['No script reads the cookie.', 'httpOnly: true', 'httpOnly: false'],
      ['No other site sends the cookie.', "sameSite: 'strict'", "sameSite: 'lax'"],
      ['No subdomain sets the cookie.', 'secure ? `__Host-${NAME}` : NAME', 'NAME'],
    ],
  ),
  ...inFile(
    'src/identity/sessions/own-session.service.ts',
    [OWN],
    [
      ['Users see only their own sessions.', "hasId('user_id', ctx.caller?.userId ?? ''),\n", '\n'],
      ['Users end only their own sessions.', "{ userId: caller?.userId ?? '', revokedAt: null", '{ revokedAt: null'],
      ['Ending other sessions keeps the current one.', '({ id }) => id !== own,', '() => true,'],
      ['A session’s ID is not revealed.', 'id: ctx.secrets.sign(PUBLIC_ID, id),', 'id,', OWN, SESSION_IDS],
    ],
  ),
  ...inFile(
    'src/identity/tokens/access.token.ts',
    [TOKENS],
    [
      [
        'A2: An access token expires.',
        'return known && known.expires * 1000 > currentTime().getTime() ? known.caller : undefined;',
        'return known?.caller;',
      ],
    ],
  ),
  ...inFile(
    'src/identity/tokens/signed.token.ts',
    [TOKENS],
    [
      ['A1: Only ES256 is accepted.', 'algorithms: [ALGORITHM],', ''],
      [
        'A2, D2: A token is of its kind.',
        'return header?.typ === this.kind.type && header.kid !== undefined',
        'return header?.kid !== undefined',
      ],
      [
        'A2, D2: A token is for its audience.',
        'audience: this.kind.audience,\n        clockTimestamp',
        'clockTimestamp',
      ],
      [
        'A2: A token is of our issuer.',
        'issuer: this.issuer,\n        audience: this.kind.audience,\n        clockTimestamp',
        'audience: this.kind.audience,\n        clockTimestamp',
      ],
    ],
  ),
  ...inFile(
    'src/identity/invitations/user.token.ts',
    [RESET],
    [
      ['A9: A link expires.', 'purpose, expiresAt: { $gt: currentTime() } }', 'purpose }'],
      ['A9: A link is used once.', 'return used === 1;', 'return true;'],
      [
        'A link that was used ends the others.',
        'if (used === 1) await forgetTokens(em, userId, purpose);',
        '',
        'test/identity/sessions/sign-in-with-link.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/core/secrets/mailed.link.ts',
    [RESET, 'test/core/secrets.test.ts'],
    [
      ['A link is signed.', ' && secrets.verify(`link: ${purpose}`, id, proof)', ''],
      [
        'A link has one purpose.',
        '`${id}.${secrets.sign(`link: ${purpose}`, id)}`',
        '`${id}.${secrets.sign(`link: PASSWORD_RESET`, id)}`',
      ],
    ],
  ),
  ...inFile(
    'src/identity/invitations/invitation.service.ts',
    [RESET],
    [
      ['A4: A new password ends all sessions.', 'await endSessions(em, [user.id]);', ''],
      [
        'A new password ends all links.',
        'await forgetTokens(em, user.id); // Ends',
        '// Ends',
        RESET,
        'test/identity/sessions/sign-in-with-link.test.ts',
      ],
      [
        'A removed user cannot set a password.',
        '!(await accountOf(em, user)) || ',
        '',
        RESET,
        'test/identity/users/remove-member.test.ts',
        'test/identity/users/accept-invitation.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/identity/second-factors/second-factor.proof.ts',
    [FACTOR],
    [['A code works once.', 'if (step !== undefined) factor.lastStep = step;', '']],
  ),
  ...inFile(
    'src/core/secrets/secrets.ts',
    ['test/core/key-rotation.test.ts'],
    [['All keys verify.', 'return this.#keys.some((key) =>', 'return this.#keys.slice(0, 1).some((key) =>']],
  ),
  ...inFile(
    'src/access/client-access.endpoints.ts',
    ['test/core/key-rotation.test.ts'],
    [['Each secret of the client application is valid.', 'secrets.some(', 'secrets.slice(0, 1).some(']],
  ),
  ...inFile(
    'src/applications/applicant/applicant.service.ts',
    ['test/applications/applicant/application-status.test.ts'],
    [
      ['A link ends two years after the submission.', 'and created_at > now()', 'or created_at > now()'],
      ['An ended link withdraws nothing.', ' || !(await readView(ctx, id))', ''],
    ],
  ),
];
