import { expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { createKey, givenKey, revokeKey, rotateKey } from '../../support/given/api-keys.ts';
import { givenPartner } from '../../support/given/partners.ts';
import { givenMember } from '../../support/given/people.ts';

const api = useApi({ RATE_LIMIT_API_KEYS: '2/day' });

const stored = () =>
  api.rows(`select (select jsonb_agg(to_jsonb(api_key) - 'last_used_at' order by id) from api_key) as keys,
    (select count(*) from audit_event) as events, (select count(*) from email_message) as mails`);

test('all members of an account share a daily limit of new keys: RATE_LIMITED, and nothing changes', async () => {
  const partner = await givenPartner(api);
  const member = await givenMember(api, partner);
  const other = await givenPartner(api);
  await givenKey(api, partner.actor);
  await givenKey(api, member.actor);
  const before = await stored();

  const { errors } = await createKey(api, partner.actor);

  expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } }]);
  expect(await stored()).toEqual(before);
  expect((await createKey(api, other.actor)).errors).toBeUndefined();
});

test('a rotation counts as a new key: RATE_LIMITED, and nothing changes', async () => {
  const { actor } = await givenPartner(api);
  const { apiKey } = await givenKey(api, actor);
  await givenKey(api, actor);
  const before = await stored();

  const { errors } = await rotateKey(api, actor, apiKey.id);

  expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  expect(await stored()).toEqual(before);
});

test('keys can always be revoked, with an email for each', async () => {
  const partner = await givenPartner(api);
  const keys = [await givenKey(api, partner.actor), await givenKey(api, partner.actor)];
  await createKey(api, partner.actor);

  for (const { apiKey } of keys) {
    expect(await revokeKey(api, partner.actor, apiKey.id)).toEqual({ data: { revokeApiKey: true } });
  }

  const mails = await api.rows(
    `select 1 from email_message where recipient = $1 and data ->> 'change' = 'API_KEY_REVOKED'`,
    [partner.email],
  );
  expect(mails).toHaveLength(2);
});

test('a key refused for another reason does not count', async () => {
  const { actor } = await givenPartner(api);
  for (let index = 0; index < 5; index++) await createKey(api, actor, { name: ' ' });

  expect((await createKey(api, actor)).errors).toBeUndefined();
});
