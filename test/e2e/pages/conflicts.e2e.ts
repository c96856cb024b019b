import type { APIRequestContext, Page } from '@playwright/test';
import { applicationOf, applied, askApi, clientOf, colleague, invited, reseller, tokenOf } from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, expectAccessible, mailedLink, signIn, signInAsAdmin, test } from '../browser.ts';
import { ADMIN } from '../people.ts';

const ASSIGN =
  'mutation ($id: ID!, $assigneeId: ID) { assignPartnerApplication(id: $id, assigneeId: $assigneeId) { id } }';
const DECIDE =
  'mutation ($id: ID!, $status: ApplicationStatus!) { updatePartnerApplicationStatus(id: $id, status: $status) { id } }';

async function openApplication(page: Page, request: APIRequestContext) {
  const email = uniqueAddress();
  await applied(request, email, 'Harbour Consulting');
  const id = await applicationOf(request, email);
  const kim = await colleague(page, request);
  await signInAsAdmin(page, `/admin/applications/${id}`);
  return { email, id, kim };
}

test('a decision after a colleague’s change shows the change, keeps the message, and can continue', async ({
  page,
  request,
}) => {
  const { email, id, kim } = await openApplication(page, request);
  await page.getByRole('button', { name: 'Decline' }).click();
  const dialog = page.getByRole('dialog', { name: 'Decline' });
  await dialog.getByLabel('Message to the applicant').fill('Thank you, but not this year.');
  await askApi(request, ASSIGN, { id, assigneeId: kim.id }, kim.token);

  await dialog.getByRole('button', { name: 'Decline' }).click();

  const conflict = dialog.getByRole('alert');
  await expect(conflict).toContainText('This changed while you had it open');
  await expect(conflict).toContainText('Assignee: None → Kim Kaplan');
  await expect(conflict).toContainText(kim.email);
  await expect(conflict).toContainText('choose “Decline” again');
  await expectAccessible(page);
  await expect(dialog.getByLabel('Message to the applicant')).toHaveValue('Thank you, but not this year.');
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await expect(page.getByText('Harbour Consulting declined.')).toBeVisible();
  await mailedLink(page, email, 'application.status_changed');
  await expect(page.locator('pre')).toContainText('Thank you, but not this year.');
});

test('a decision that is no longer possible says why, and keeps the message', async ({ page, request }) => {
  const { id, kim } = await openApplication(page, request);
  await page.getByRole('button', { name: 'Decline' }).click();
  const dialog = page.getByRole('dialog', { name: 'Decline' });
  await dialog.getByLabel('Message to the applicant').fill('Thank you, but not this year.');
  await askApi(request, DECIDE, { id, status: 'APPROVED' }, kim.token);

  await dialog.getByRole('button', { name: 'Decline' }).click();

  const conflict = dialog.getByRole('alert');
  await expect(conflict).toContainText('Status: Pending → Approved');
  await expect(conflict).toContainText('This is no longer possible.');
  await expect(dialog.getByLabel('Message to the applicant')).toHaveValue('Thank you, but not this year.');
  await expect(dialog.getByRole('button', { name: 'Decline' })).toBeDisabled();
  await conflict.getByRole('button', { name: 'Discard draft' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('This application was approved.')).toBeVisible();
});

test('assigning an application that a colleague just took shows that first', async ({ page, request }) => {
  const { id, kim } = await openApplication(page, request);
  await expect(page.getByLabel('Assignee')).toBeVisible();
  await askApi(request, ASSIGN, { id, assigneeId: kim.id }, kim.token);

  await page.getByLabel('Assignee').selectOption({ label: `${ADMIN.name} (me)` });

  const conflict = page.getByRole('alert');
  await expect(conflict).toContainText('Assignee: None → Kim Kaplan');
  await expect(page.getByLabel('Assignee')).toHaveValue(kim.id);
  await expect(conflict).toContainText(`Your change wasn’t saved: ${ADMIN.name}.`);
  await conflict.getByRole('button', { name: 'Change anyway' }).click();
  await expect(conflict).toBeHidden();
  await expect(page.getByLabel('Assignee').locator('option:checked')).toHaveText(`${ADMIN.name} (me)`);
});

test('of several applications, those changed by a colleague can be reviewed and retried', async ({ page, request }) => {
  const company = `Quay ${crypto.randomUUID()}`;
  const [first, second] = [uniqueAddress(), uniqueAddress()];
  await applied(request, first, company);
  await applied(request, second, company);
  const kim = await colleague(page, request);
  await signInAsAdmin(page, `/admin/applications?search=${encodeURIComponent(company)}`);
  await expect(page.getByRole('link', { name: company })).toHaveCount(2);
  await page.getByLabel('Select all on this page').click();
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Decline' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Message to each applicant').fill('Not this year.');
  await askApi(request, ASSIGN, { id: await applicationOf(request, first), assigneeId: kim.id }, kim.token);
  await dialog.getByRole('button', { name: 'Decline' }).click();

  await expect(dialog).toContainText('1 of 2 changed.');
  await expect(dialog).toContainText('Assignee: None → Kim Kaplan');
  await dialog.getByRole('button', { name: 'Review 1 changed application' }).click();
  await expect(dialog.getByLabel('Message to each applicant')).toHaveValue('Not this year.');
  await dialog.getByRole('button', { name: 'Decline' }).click();

  await expect(dialog).toContainText('1 of 1 changed.');
  await mailedLink(page, first, 'application.status_changed');
  await expect(page.locator('pre')).toContainText('Not this year.');
});

test('a client form shows both values, and keeps the colleague’s other changes', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const id = await clientOf(zoe, request, 'Harbour Bakery');
  await signIn(page, zoe, `/partner/clients/${id}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit' });
  await dialog.getByLabel('Contact name').fill('Mine');
  await dialog.getByLabel('Phone').fill('123');
  const change = `mutation ($id: ID!) {
    updateClientAccount(id: $id, input: { companyName: "Harbour & Sons", contactName: "Theirs" }) { id }
  }`;
  await askApi(request, change, { id }, zoe.token);

  await dialog.getByRole('button', { name: 'Save' }).click();

  const conflict = dialog.getByRole('alert');
  await expect(conflict).toContainText('Your value: Mine');
  await expect(conflict).toContainText('Current value: Theirs');
  await expectAccessible(page);
  await expect(dialog.getByLabel('Company')).toHaveValue('Harbour & Sons');
  await expect(dialog.getByLabel('Contact name')).toHaveValue('Mine');
  await conflict.getByRole('button', { name: 'Use current value' }).click();
  await expect(dialog.getByLabel('Contact name')).toHaveValue('Theirs');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const query = 'query ($id: ID!) { clientAccount(id: $id) { companyName contactName contactPhone } }';
  expect(await askApi(request, query, { id }, zoe.token)).toEqual({
    clientAccount: { companyName: 'Harbour & Sons', contactName: 'Theirs', contactPhone: '123' },
  });
});

test('a draft keeps the version that its author saw, even after the dialog closes', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const id = await clientOf(zoe, request, 'Harbour Bakery');
  await signIn(page, zoe, `/partner/clients/${id}`);
  await page.getByRole('button', { name: 'Change plan' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change plan' });
  await dialog.getByLabel('Plan').fill('Mine');
  await page.keyboard.press('Escape');
  const change =
    'mutation ($id: ID!) { updateClientSubscription(id: $id, input: { subscriptionTier: "Theirs" }) { id } }';
  await askApi(request, change, { id }, zoe.token);
  await page.reload();
  await expect(page.getByText('Theirs')).toBeVisible();
  await page.getByRole('button', { name: 'Change plan' }).click();
  await expect(dialog.getByLabel('Plan')).toHaveValue('Mine');

  await dialog.getByRole('button', { name: 'Save' }).click();

  await expect(dialog.getByRole('alert')).toContainText('Your value: Mine');
  await expect(dialog.getByRole('alert')).toContainText('Current value: Theirs');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Mine', { exact: true })).toBeVisible();
});

test('a plan change for a client canceled meanwhile stays in the form, with the reason', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const id = await clientOf(zoe, request, 'Harbour Bakery');
  await signIn(page, zoe, `/partner/clients/${id}`);
  await page.getByRole('button', { name: 'Change plan' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change plan' });
  await dialog.getByLabel('Plan').fill('Growth');
  const cancel =
    'mutation ($id: ID!) { updateClientSubscription(id: $id, input: { subscriptionStatus: CANCELED }) { id } }';
  await askApi(request, cancel, { id }, zoe.token);

  await dialog.getByRole('button', { name: 'Save' }).click();

  await expect(dialog.getByRole('alert')).toContainText('Subscription: Active → Canceled');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('A canceled subscription can’t be changed.');
  await expect(dialog.getByLabel('Plan')).toHaveValue('Growth');
});

test('the second of two admins who change a partner sees the first one’s changes', async ({ page, request }) => {
  const { id } = await invited(request, 'Bright Solutions');
  const kim = await colleague(page, request);
  await signInAsAdmin(page, `/admin/partners/${id}`);
  await expect(page.getByRole('combobox', { name: 'Tier' })).toHaveValue('SILVER');
  const change = 'mutation ($id: ID!) { updatePartnerAccount(id: $id, input: { tier: GOLD }) { id } }';
  await askApi(request, change, { id }, kim.token);

  await page.getByRole('combobox', { name: 'Tier' }).selectOption('Platinum');

  const conflict = page.getByRole('alert');
  await expect(conflict).toContainText('Tier: Silver → Gold');
  await expect(conflict).toContainText(kim.email);
  await expect(conflict).toContainText('Your change wasn’t saved: Tier: Platinum.');
  await expectAccessible(page);
  await expect(page.getByRole('combobox', { name: 'Tier' })).toHaveValue('GOLD');
  await conflict.getByRole('button', { name: 'Change anyway' }).click();
  await expect(page.getByRole('combobox', { name: 'Tier' })).toHaveValue('PLATINUM');
});

test('removing a member who just became an owner shows that first', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const email = uniqueAddress();
  const invite = 'mutation ($email: String!) { inviteMember(email: $email, name: "Max Moor") { id } }';
  const { inviteMember } = await askApi<{ inviteMember: { id: string } }>(request, invite, { email }, zoe.token);
  await signIn(page, zoe, '/partner/members');
  await page.getByRole('button', { name: 'Actions for Max Moor' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove' });
  const promote = 'mutation ($id: ID!) { changeMemberRole(id: $id, role: OWNER) { id } }';
  await askApi(request, promote, { id: inviteMember.id }, zoe.token);

  await dialog.getByRole('button', { name: 'Remove' }).click();

  await expect(dialog.getByRole('alert')).toContainText('Role: Member → Owner');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Max Moor removed.')).toBeVisible();
});

test('a conflict is in the language of the page, and says what to do', async ({ page, request }) => {
  // Not in the sandboxed preview of the email.
  await page.addInitScript("if (self === top) localStorage.setItem('reachgenie.language', 'de')");
  const email = uniqueAddress();
  await applied(request, email, 'Harbour Consulting');
  const id = await applicationOf(request, email);
  const token = await tokenOf(request, ADMIN);
  await askApi(request, DECIDE, { id, status: 'REJECTED' }, token);
  await applied(request, email, 'Harbour Consulting');
  await page.goto(`/sign-in?next=/admin/applications/${id}`);
  await page.getByLabel('E-Mail-Adresse').fill(ADMIN.email);
  await page.getByLabel('Passwort', { exact: true }).fill(ADMIN.password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByRole('button', { name: 'Prüfung starten' }).click();
  const dialog = page.getByRole('dialog');

  await dialog.getByRole('button', { name: 'Prüfung starten' }).click();

  await expect(dialog.getByRole('alert')).toContainText(
    'Zu dieser Ansprechperson gibt es bereits eine offene Bewerbung',
  );
  await dialog.getByRole('link', { name: 'Zur offenen Bewerbung: Harbour Consulting' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(id));
  await expect(dialog).toBeHidden();
});

test('an email address of another client is refused at its field', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await clientOf(zoe, request, 'Harbour Bakery');
  await signIn(page, zoe, '/partner/clients');
  await page.getByRole('button', { name: 'Add client' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Company').fill('Second Bakery');
  await form.getByLabel('Contact name').fill('Ole Berg');
  await form.getByLabel('Email address').fill('ole.berg@harbour.example');
  await form.getByLabel('Plan').fill('Starter');

  await form.getByRole('button', { name: 'Add client' }).click();

  await expect(form.getByLabel('Email address')).toBeFocused();
  await expect(form.getByLabel('Email address')).toHaveAccessibleDescription(/You already have a client with this/);
});
