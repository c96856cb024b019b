import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { decideChange, GERMAN, givenChange, askCompany, companyOf, updateCompany } from '../support/given/companies.ts';
import { callerOf, givenPartner } from '../support/given/partners.ts';
import { givenMember } from '../support/given/people.ts';
import { forkFor } from '../../src/core/database/tenancy.ts';
import { statementsOf } from '../support/statements.ts';

const api = useApi();

const NOTHING = { legalName: null, street: null, postalCode: null, city: null, countryCode: null, vatId: null };

test('a new partner has the name and the website of its application, and no phone number of its contact', async () => {
  const partner = await givenPartner(api, { companyName: 'Bright Solutions' });

  const company = await companyOf(api, partner);

  expect(company).toMatchObject({
    ...NOTHING,
    pendingChange: null,
    lastDecision: null,
    companyName: 'Bright Solutions',
    phone: null,
    description: null,
  });
  const [application] = await api.rows('select website from partner_application where id = $1', [
    partner.applicationId,
  ]);
  expect(application?.['website']).toEqual(expect.any(String));
  expect(company.website).toBe(application?.['website']);
});

test('every user of the partner sees what is pending and what was decided last', async () => {
  const partner = await givenPartner(api);
  const reader = await givenMember(api, partner, 'READ_ONLY');
  const declined = await givenChange(api, partner, { legalName: 'First' });
  await decideChange(api, api.admin, { id: declined.id, approve: false, message: 'Not in the register.' });
  const pending = await givenChange(api, partner, { legalName: 'Second' });

  const { data } = await askCompany(api, reader.actor);

  expect(data?.company.pendingChange).toMatchObject({ id: pending.id, requestedBy: 'Olive Owner' });
  expect(data?.company.lastDecision).toMatchObject({
    id: declined.id,
    status: 'REJECTED',
    message: 'Not in the register.',
    decidedBy: null,
  });
});

test('the version grows with each change of the account and of its requests', async () => {
  const partner = await givenPartner(api);
  const versions = [(await companyOf(api, partner)).version];
  const look = async () => versions.push((await companyOf(api, partner)).version);

  await updateCompany(api, partner.actor, { phone: '1' });
  await look();
  const { id } = await givenChange(api, partner);
  await look();
  await decideChange(api, api.admin, { id, approve: true });
  await look();

  expect(versions).toEqual([...new Set(versions)].toSorted((one, other) => one - other));
});

test('reads the account and its changes in one message', async () => {
  const { actor } = await givenPartner(api);

  expect(await statementsOf(() => askCompany(api, actor))).toHaveLength(4);
});

test('C1: a partner sees no change of another, and its database role cannot write one', async () => {
  const [me, other] = [await givenPartner(api), await givenPartner(api)];
  await givenChange(api, other);
  await givenChange(api, me);

  expect((await companyOf(api, me)).pendingChange?.after).toEqual({
    ...GERMAN,
    companyName: (await companyOf(api, me)).companyName,
  });
  const fork = forkFor(api.app.orm, callerOf(api, me));
  const seen = await fork.execute<{ tenant: string }[]>('select reseller_id as tenant from company_change');
  expect(seen).toEqual([{ tenant: me.resellerId }]);
  await expect(fork.execute(`update company_change set status = 'APPROVED'`)).rejects.toThrow('permission denied');
  await expect(fork.execute(`update partner_account set legal_name = 'Mine'`)).rejects.toThrow('permission denied');
});

test('an admin and an API key of a program have no company', async () => {
  expect((await askCompany(api, api.admin)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
