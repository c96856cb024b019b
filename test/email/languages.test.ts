import { expect, test, vi } from 'vitest';
import { useApi, type Actor } from '../support/api.ts';
import { changeStatus, givenSubmission, submit, SUBMIT, validInput } from '../support/given/applications.ts';
import { givenKey } from '../support/given/api-keys.ts';
import { givenPartner } from '../support/given/partners.ts';
import { givenAdmin, givenMember, newEmail } from '../support/given/people.ts';

const api = useApi({ WORKER: 'on' });

const languagesOf = (recipient: string) =>
  vi.waitFor(async () => {
    const mails = await api.rows(
      'select template, language, time_zone as "timeZone" from email_message where recipient = $1 order by created_at, id',
      [recipient],
    );
    expect(mails).not.toEqual([]);
    return mails;
  });

const setLanguage = (actor: Actor, input: object) =>
  api.ask(actor, 'mutation ($input: UpdateViewerInput!) { updateViewer(input: $input) { id } }', { input });

const statusPage = async (token: string) =>
  (
    await api.ask<{ applicationStatus: { language: string } }>(
      undefined,
      'query ($token: String!) { applicationStatus(token: $token) { language } }',
      { token },
    )
  ).data?.applicationStatus;

test('an applicant keeps the language of the application, also for later emails and as a user', async () => {
  const contactEmail = newEmail();
  const { id, token } = await givenSubmission(api, { contactEmail, language: 'DE' });

  await changeStatus(api, api.admin, { id, status: 'APPROVED' });

  expect(await languagesOf(contactEmail)).toMatchObject([
    { template: 'application.received', language: 'DE' },
    { template: 'user.invited', language: 'DE' },
    { template: 'application.status_changed', language: 'DE' },
  ]);
  expect(await statusPage(token)).toEqual({ language: 'DE' });
});

test('a second submission is told of in the language of the open application, and looks like any other', async () => {
  const contactEmail = newEmail();
  await givenSubmission(api, { contactEmail, language: 'DE' });

  const { token } = await givenSubmission(api, { contactEmail, language: 'EN' });

  expect(await languagesOf(contactEmail)).toMatchObject([
    { template: 'application.received', language: 'DE' },
    { template: 'application.already_received', language: 'DE' },
  ]);
  expect(await statusPage(token)).toEqual({ language: 'EN' });
});

test.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'DE'],
  ['fr, de;q=0.5, en;q=0.4', 'DE'],
  ['en;q=0.4, de;q=0', 'EN'],
  ['fr', 'EN'],
  ['', 'EN'],
  ['de;q=x, en-GB', 'EN'],
])('without a language, the header decides: "%s"', async (header, language) => {
  const contactEmail = newEmail();
  const body = { query: SUBMIT, variables: { input: validInput({ contactEmail }) } };

  await api.post(body, { 'accept-language': header });

  expect(await languagesOf(contactEmail)).toMatchObject([{ language }]);
});

test('the given language wins over the header', async () => {
  const contactEmail = newEmail();
  const body = { query: SUBMIT, variables: { input: validInput({ contactEmail, language: 'EN' }) } };

  await api.post(body, { 'accept-language': 'de' });

  expect(await languagesOf(contactEmail)).toMatchObject([{ language: 'EN' }]);
});

test('the confirmation is in the language of the application', async () => {
  const { data } = await submit(api, validInput({ language: 'DE' }));

  expect(data?.submitPartnerApplication.confirmation).toMatch(/^Vielen Dank/);
});

test('a user gets emails in the language and time zone of their settings', async () => {
  const partner = await givenPartner(api);
  const { email, actor } = await givenMember(api, partner);
  await setLanguage(actor, { language: 'DE', timeZone: 'Europe/Berlin' });

  await api.ask(undefined, `mutation { requestPasswordReset(email: "${email}", language: EN) }`);

  await expect
    .poll(async () => (await languagesOf(email)).at(-1), { timeout: 10_000 })
    .toMatchObject({ template: 'user.password_reset_requested', language: 'DE' });
  await givenKey(api, actor);
  expect((await languagesOf(email)).at(-1)).toEqual({
    template: 'user.credentials_changed',
    language: 'DE',
    timeZone: 'Europe/Berlin',
  });
});

test('a user without a setting gets the password link in the language of the request', async () => {
  const { email } = await givenAdmin(api);

  await api.ask(undefined, `mutation { requestPasswordReset(email: "${email}", language: DE) }`);

  await expect
    .poll(async () => (await languagesOf(email)).at(-1), { timeout: 10_000 })
    .toMatchObject({ template: 'user.password_reset_requested', language: 'DE' });
});

test('an invitation is in the chosen language, else in that of the inviter', async () => {
  const { actor } = await givenAdmin(api);
  const owner = await givenPartner(api);
  for (const each of [actor, owner.actor]) await setLanguage(each, { language: 'DE' });
  const [ofAdmin, chosen, ofOwner] = [newEmail(), newEmail(), newEmail()];

  await api.ask(actor, `mutation { inviteAdmin(email: "${ofAdmin}", name: "Ann") { id } }`);
  await api.ask(actor, `mutation { inviteAdmin(email: "${chosen}", name: "Ann", language: EN) { id } }`);
  await api.ask(owner.actor, `mutation { inviteMember(email: "${ofOwner}", name: "Max") { id } }`);

  expect(await languagesOf(ofAdmin)).toMatchObject([{ template: 'user.invited', language: 'DE' }]);
  expect(await languagesOf(chosen)).toMatchObject([{ template: 'user.invited', language: 'EN' }]);
  expect(await languagesOf(ofOwner)).toMatchObject([{ template: 'user.invited', language: 'DE' }]);
});
