import { inFile, type Mutant } from '../../mutant.ts';

const LIMIT = 'test/core/limits/rate-limit.test.ts';
const COUNTER = 'test/core/limits/rate-counter.test.ts';
const REDIS = 'test/core/limits/rate-counter-redis.test.ts';
const SIGN_IN = 'test/security/accounts/sign-in.test.ts';
const BY_NETWORK = 'test/security/accounts/sign-in-by-network.test.ts';
const RULES = 'test/security/permission-rules.test.ts';
const STRANGERS = 'test/security/accounts/mails-to-strangers.test.ts';

export const limits: Mutant[] = [
  ...inFile(
    'src/core/limits/rate.limit.ts',
    [LIMIT],
    [
      ['G3: A limit refuses.', 'return refusal === undefined || rateLimited(resetsInMs);', 'return true;'],
      [
        'A call that cannot be counted is refused.',
        "(cause instanceof Error ? cause : new Error('Not counted', { cause }));",
        '(cause ? true : true) as never;',
      ],
      [
        'The last call of a window passes.',
        'if (calls <= policy.max) return true;',
        'if (calls < policy.max) return true;',
      ],
      [
        'The first excess call is refused.',
        'if (calls <= policy.max) return true;',
        'if (calls <= policy.max + 1) return true;',
      ],
      [
        'Failures block an account.',
        'return isWithin(limit, count + 1) || rateLimited',
        'return isWithin(limit, count) || rateLimited',
        BY_NETWORK,
      ],
      [
        'A service counts too.',
        'if (!isWithin(limit, count)) throw rateLimited',
        'if (count < 0) throw rateLimited',
        STRANGERS,
      ],
      [
        'A quiet limit counts too.',
        'return isWithin(limit, count);',
        'return count > 0;',
        'test/identity/account-security/request-password-reset.test.ts',
      ],
      ['A client learns when to retry.', '({ resetsInMs } = counted);', ''],
    ],
  ),
  ...inFile(
    'src/core/limits/shield.ts',
    [LIMIT, RULES],
    [
      ['Rules run in turn, and each can refuse.', 'if (verdict !== true) return verdict;', ''],
      [
        'B4: A rule that throws denies the call.',
        '} catch {\n      return forbidden();',
        '} catch {\n      return resolve();',
        RULES,
      ],
      [
        'B4: A rule that fails later denies the call.',
        'verdict.catch(forbidden)',
        'verdict.catch(() => true as const)',
        RULES,
      ],
      [
        'B5: Each alias has its own verdict.',
        'decisions.set(made, decide);',
        `const seen = new WeakMap<object, ReturnType<Decide>>();
  decisions.set(made, (...call) => {
    if (!seen.has(call[2])) seen.set(call[2], decide(...call));
    return seen.get(call[2]) as never;
  });`,
      ],
    ],
  ),
  ...inFile(
    'src/core/limits/rate.identity.ts',
    [LIMIT],
    [
      ['G2: A /64 is one network.', '.slice(0, 4).join', '.slice(0, 8).join'],
      [
        'Mapped IPv4 is IPv4.',
        "return high && low ? [high, low].flatMap(bytesOf).join('.') : canonical;",
        'return canonical;',
      ],
      [
        'A mailbox has one spelling.',
        '`${mailboxOf(email)} ${networkOf(address)}`',
        '`${String(email)} ${networkOf(address)}`',
        BY_NETWORK,
        SIGN_IN,
      ],
      [
        'A13: One network does not use up a mailbox for others.',
        '`${mailboxOf(email)} ${networkOf(address)}`',
        '`${mailboxOf(email)}`',
        BY_NETWORK,
      ],
      [
        'A user has one limit in all sessions.',
        "credential.split(':', 2).join(':') : userId;",
        "credential.split(':', 2).join(':') : credential;",
        'test/identity/api-keys/api-key-authentication.test.ts',
        'test/clients/create-client-account.test.ts',
      ],
      [
        'A key is counted separately from its creator.',
        "credential.startsWith('key:') ? credential.split(':', 2).join(':') : userId;",
        'credential ? userId : userId;',
        'test/identity/api-keys/api-key-authentication.test.ts',
      ],
      [
        'A counter stores no email address.',
        'return PLAIN.test(text) ? text :',
        'return text ? text :',
        LIMIT,
        REDIS,
        COUNTER,
      ],
    ],
  ),
  ...inFile(
    'src/core/limits/rate.counter.ts',
    [COUNTER],
    [
      ['A window ends.', 'if (!window || now >= window.endsAt) {', 'if (!window) {'],
      [
        'A call does not extend the window.',
        'window.count = Math.max(window.count + 1, shared?.count ?? 0);',
        'window.count += 1;\n    window.endsAt = now + windowMs;',
      ],
      [
        'What all processes counted counts.',
        'Math.max(window.count + 1, shared?.count ?? 0)',
        'window.count + 1',
        REDIS,
      ],
      ['A window ends when that of all processes ends.', '(shared?.resetsInMs ?? windowMs)', 'windowMs', REDIS],
      ['G5: Memory is bounded.', 'new LRUCache({ max: this.#capacity })', 'new LRUCache({ max: 1_000_000 })'],
      [
        'Flooding one limit does not reset another.',
        'let windows = this.#limits.get(limit);',
        'let windows = this.#limits.values().next().value;',
      ],
      ['A long text is not kept in memory.', 'windows.set(flatCopyOf(who), window);', 'windows.set(who, window);'],
    ],
  ),
  ...inFile(
    'src/core/limits/rate.counter.redis.ts',
    [REDIS],
    [
      ['A window ends in Redis.', 'if left < 0 then\n  left', 'if false then\n  left'],
      [
        'A process counts on while Redis fails.',
        'return this.#memory.hit(limit, who, windowMs, counted);',
        'return counted ?? this.#memory.hit(limit, who, windowMs);',
      ],
      [
        'A process also peeks in memory.',
        'return this.#memory.peek(limit, who, counted);',
        'return counted ?? { count: 0, resetsInMs: 0 };',
      ],
      ['No call waits while Redis is known to fail.', 'if (this.isFailing) return undefined;', ''],
      ['A process returns to Redis.', 'this.#failingSince = undefined;', ''],
      ['A Redis that only answers reads fails.', 'this.#ask(COUNT, TRIAL_KEY, RETRY_MS)', 'this.#ask(PEEK, TRIAL_KEY)'],
    ],
  ),
];
