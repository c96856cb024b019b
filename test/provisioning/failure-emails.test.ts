import { beforeAll, expect, test } from 'vitest';
import { renderEmail } from '../../src/email/email.renderer.ts';
import { emailTemplates } from '../../src/worker.ts';
import { givenClient } from '../support/given/client-accounts.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';
import { givenInvitedMember, givenMember } from '../support/given/people.ts';
import { SITE } from '../support/mail.ts';
import { TEAM, useProvisioning } from '../support/product.ts';

const { api, product, expectBecomes } = await useProvisioning();

beforeAll(() => product.answerAll({ status: 422, body: { email: 'ada@acme.example' } }));

interface StoredEmail {
  recipient: string;
  template: string;
  data: object;
  language: string;
}

const emails = async (): Promise<StoredEmail[]> =>
  (await api.rows(
    `select recipient, template, data, language from email_message where template like 'provisioning.%' order by created_at`,
  )) as unknown as StoredEmail[];

/** A client that the product refuses. */
async function givenRefused({ actor }: Partner, companyName: string): Promise<string> {
  const { id } = await givenClient(api, actor, { companyName });
  await expectBecomes(id, { status: 'FAILED' });
  return id;
}

test('a failure is told once an hour to the owners of the reseller and to our team, in their language', async () => {
  const reseller = await givenPartner(api, { companyName: 'Octavo Media' });
  const owner = await givenMember(api, reseller, 'OWNER');
  await givenMember(api, reseller);
  await givenInvitedMember(api, reseller, 'OWNER');
  await api.ask(owner.actor, 'mutation { updateViewer(input: { language: DE }) { id } }');

  const first = await givenRefused(reseller, 'Acme & Sons');
  await givenRefused(reseller, 'Other');

  const told = await emails();
  expect(told.map(({ recipient, template, language }) => [recipient, template, language]).toSorted()).toEqual(
    [
      [reseller.email, 'provisioning.failed', 'EN'],
      [owner.email, 'provisioning.failed', 'DE'],
      [TEAM, 'provisioning.failed_for_admins', 'EN'],
    ].toSorted(),
  );
  // The answer of the product may repeat personal data.
  expect(JSON.stringify(told)).not.toContain('ada@acme.example');

  const read = async (to: string) => {
    const stored = told.find(({ recipient }) => recipient === to);
    return renderEmail(emailTemplates, stored as never, SITE);
  };
  const [english, german, team] = [await read(reseller.email), await read(owner.email), await read(TEAM)];
  expect(english.subject).toBe('Client not set up: Acme & Sons');
  expect(english.text).toContain('did not accept the client’s details');
  expect(english.text).toContain(`https://partners.example/partner/clients/${first}`);
  expect(german.subject).toBe('Kunde nicht bereitgestellt: Acme & Sons');
  expect(german.text).toContain('nicht angenommen');
  expect(team.text).toContain('Octavo Media');
  expect(team.text).toContain(`https://partners.example/admin/partners/${reseller.resellerId}/clients/${first}`);
});

test('the owners of another reseller are told too, and all again after an hour', async () => {
  const other = await givenPartner(api);
  const before = (await emails()).length;

  await givenRefused(other, 'Acme');
  expect((await emails()).slice(before)).toMatchObject([{ recipient: other.email }]);
  await api.rows(`update client_provisioning set failed_at = failed_at - interval '61 minutes'`);
  await givenRefused(other, 'Bolt');

  expect((await emails()).slice(before + 1).map(({ recipient }) => recipient)).toEqual(
    expect.arrayContaining([other.email, TEAM]),
  );
});
