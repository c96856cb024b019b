import { expect, test } from 'vitest';
import { signIn, useApi } from '../../support/api.ts';
import { whileChanged, withoutTriggers } from '../../support/database.changes.ts';
import { givenPartner, PASSWORD } from '../../support/given/partners.ts';
import { waitingFor } from '../../support/locks.ts';

const api = useApi();

test('a sign-in without a code is refused if a second factor was added meanwhile', async () => {
  const { email, ownerId } = await givenPartner(api);

  const begun = await whileChanged(api, { change: 'begin', back: 'commit' }, async () => {
    await api.rows('select 1 from user_account where id = $1 for update', [ownerId]);
    const code = signIn(api, { email, password: PASSWORD }).catch(String);
    await expect.poll(() => waitingFor(api), { timeout: 5_000 }).toBe(1);
    await withoutTriggers(api, 'update user_account set second_factor_at = now() where id = $1', [ownerId]);
    return { code };
  });

  expect(await begun.code).toContain('UNAUTHENTICATED');
});
