import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { givenApplication } from '../support/given/applications.ts';
import { givenPartner } from '../support/given/partners.ts';

const api = useApi();

test('refuses a partnership without an audit event', async () => {
  const partner = await givenPartner(api);
  const id = await givenApplication(api);

  await expect(
    api.rows(`insert into partnership values ($1, $2, 'REFERRAL', now())`, [id, partner.resellerId]),
  ).rejects.toThrow('A change of partnership has no audit event.');
  expect(await api.rows('select application_id from partnership where reseller_id = $1', [partner.resellerId])).toEqual(
    [{ application_id: partner.applicationId }],
  );
});

test('refuses tokens with claims from a removed partnership', async () => {
  const { actor, resellerId } = await givenPartner(api);

  await api.rows('delete from partnership where reseller_id = $1', [resellerId]);

  expect((await api.ask(actor, '{ viewer { id } }')).errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});
