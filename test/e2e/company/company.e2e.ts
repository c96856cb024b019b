import { askApi, companyChangeOf, reseller } from '../api.ts';
import { expect, expectAccessible, openMail, signIn, signInAsAdmin, test } from '../browser.ts';

const UPDATE = 'mutation ($input: UpdateCompanyInput!) { updateCompany(input: $input) { version } }';

test('an owner requests a change, an admin approves it in the queue, and the owner sees it', async ({
  page,
  browser,
  request,
}) => {
  const company = `Blue Peak ${crypto.randomUUID().slice(0, 8)}`;
  const zoe = await reseller(page, request, company);
  await signIn(page, zoe, '/partner');
  await page.getByRole('link', { name: 'Complete: Complete your company data' }).click();
  await page.getByRole('button', { name: 'Edit company data' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit company data' });
  await dialog.getByLabel('Legal name').fill('Blue Peak GmbH');
  await dialog.getByLabel('Street and number').fill('Hauptstraße 12');
  await dialog.getByLabel('City').fill('Berlin');
  await dialog.getByLabel('Country').selectOption('Germany');
  await dialog.getByLabel('Tax ID').fill('ATU12345678');
  await dialog.getByLabel('Phone').fill('+49 30 1234567');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('Enter a tax ID that fits the country, such as DE123456789.');
  await expectAccessible(page);
  await dialog.getByLabel('Tax ID').fill('DE 123 456 789');
  await dialog.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByText('Change requested.', { exact: false })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Change under review' })).toContainText('DE123456789');
  await expect(page.getByText('+49 30 1234567')).toBeVisible();
  await expectAccessible(page);

  const desk = await browser.newPage();
  await signInAsAdmin(desk, '/admin');
  const more = desk.getByRole('button', { name: /^Show \d+ more$/ });
  await expect(desk.getByRole('region', { name: 'To do' })).toBeVisible();
  if (await more.isVisible()) await more.click(); // other tests leave work too
  await expect(desk.getByText('wants to change its company data').first()).toBeVisible();
  await desk.getByRole('link', { name: 'Company changes' }).click();
  // The home page has links of this name, too.
  await desk.getByRole('table', { name: 'Company changes' }).getByRole('link', { name: company }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(company);
  await expect(desk.getByRole('table', { name: 'Requested change' })).toContainText('Germany');
  await desk.keyboard.press('a');
  await desk.getByRole('dialog').getByLabel('Message').fill('Thank you.');
  await desk.getByRole('dialog').getByRole('button', { name: 'Approve change' }).click();
  await expect(desk.getByText(`Change for ${company} approved.`)).toBeVisible();

  await openMail(desk, zoe.email, 'company.change_told');
  await page.reload();
  await expect(page.getByText('Blue Peak GmbH')).toBeVisible();
  await expect(page.getByText('DE123456789')).toBeVisible();
  await expect(page.getByText('Change under review')).toBeHidden();
  await page.getByRole('tab', { name: 'Application' }).click();
  await expect(page.getByText('Submitted')).toBeVisible();
  await expect(page.getByText('Approved').last()).toBeVisible();
});

test('a decision on a replaced request is refused, and keeps the message', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Harbour Mills');
  const id = await companyChangeOf(zoe, request, { city: 'Hamburg' });
  await signInAsAdmin(page, `/admin/company-changes/${id}`);
  await page.getByRole('button', { name: 'Decline change' }).click();
  const dialog = page.getByRole('dialog', { name: 'Decline the change for Harbour Mills' });
  await dialog.getByRole('button', { name: 'Decline change' }).click();
  await expect(dialog).toContainText('This field is required.');
  await dialog.getByLabel('Message').fill('Please send us an extract.');
  await companyChangeOf(zoe, request, { city: 'Kiel' });

  await dialog.getByRole('button', { name: 'Decline change' }).click();

  await expect(dialog.getByRole('alert')).toContainText('already been decided or withdrawn');
  await expect(dialog.getByLabel('Message')).toHaveValue('Please send us an extract.');
});

test('an owner sees what another changed meanwhile, and withdraws the change', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Harbour Mills');
  await signIn(page, zoe, '/partner/company');
  await page.getByRole('button', { name: 'Edit company data' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit company data' });
  await dialog.getByLabel('City').fill('Hamburg');
  await askApi(request, UPDATE, { input: { city: 'Kiel', phone: '110' } }, zoe.token);

  await dialog.getByRole('button', { name: 'Save' }).click();

  const conflict = dialog.getByRole('alert');
  await expect(conflict).toContainText('This changed while you had it open');
  await expect(conflict).toContainText('City: None → Kiel');
  await expect(conflict).toContainText('Phone: None → 110');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('table', { name: 'Change under review' })).toContainText('Hamburg');
  await page.getByRole('button', { name: 'Withdraw change' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw change' }).click();
  await expect(page.getByText('Change withdrawn.')).toBeVisible();
  await expect(page.getByText('Change under review')).toBeHidden();
});
