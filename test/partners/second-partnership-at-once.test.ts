import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { changeStatus, givenApplication, validInput } from '../support/given/applications.ts';
import { waitingFor, whileHeld } from '../support/locks.ts';
import { givenPartner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';

const api = useApi();

const approve = (id: string) => changeStatus(api, api.admin, { id, status: 'APPROVED' });

test('an owner who is removed during the approval gets no second partnership in the account', async () => {
  const referral = await givenPartner(api, { partnershipType: 'REFERRAL' });
  const second = await givenMember(api, referral, 'OWNER');
  const id = await givenApplication(api, { contactEmail: referral.email, partnershipType: 'RESELLER' });
  const remove = () => api.ask(second.actor, 'mutation ($id: ID!) { removeMember(id: $id) }', { id: referral.ownerId });

  const held = { sql: 'select 1 from user_account where id = $1', values: [referral.ownerId] };
  const answers = await whileHeld(api, held, 2, async () => {
    const removal = remove();
    await expect.poll(() => waitingFor(api)).toBe(1);
    return Promise.all([removal, approve(id)]);
  });

  expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
  expect(
    await api.rows('select partnership_type from partnership where reseller_id = $1', [referral.resellerId]),
  ).toEqual([{ partnership_type: 'REFERRAL' }]);
  expect(await api.rows('select 1 from partner_account where partner_id = $1', [id])).toHaveLength(1);
});

test('three concurrent approvals for one address create one account', async () => {
  const input = validInput();
  const types = ['RESELLER', 'REFERRAL', 'TECHNOLOGY'];
  const ids: string[] = [];
  for (const partnershipType of types) ids.push(await givenApplication(api, { ...input, partnershipType }));

  const held = { sql: 'select 1 from partner_application where id = any($1)', values: [ids] };
  const answers = await whileHeld(api, held, 3, () => Promise.all(ids.map((id) => approve(id))));

  expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
  const added = await api.rows(
    `select p.reseller_id, p.partnership_type, a.client_management_enabled from partnership p
     join partner_account a on a.id = p.reseller_id where application_id = any($1) order by p.partnership_type`,
    [ids],
  );
  expect(added.map(({ partnership_type: type }) => type)).toEqual(types.toSorted());
  expect(new Set(added.map(({ reseller_id: account }) => account)).size).toBe(1);
  expect(added.every(({ client_management_enabled: manages }) => manages === true)).toBe(true);
  expect(await api.rows('select 1 from user_account where email = $1', [input.contactEmail])).toHaveLength(1);
});
