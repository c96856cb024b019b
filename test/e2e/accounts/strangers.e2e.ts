import { applied, clientOf, reseller } from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, GREETING, signIn, signInAsAdmin, test } from '../browser.ts';

test('a reseller cannot open another reseller’s client by its URL', async ({ page, request }) => {
  const owner = await reseller(page, request, 'Bright Solutions');
  const stranger = await reseller(page, request, 'Quay Consulting');
  const client = await clientOf(owner, request, 'Harbour Bakery');

  await signIn(page, stranger, `/partner/clients/${client}`);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Client not found');
  await expect(page.getByText('Harbour Bakery')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Access account' })).toBeHidden();
  await page.getByRole('main').getByRole('link', { name: 'All clients' }).click();
  await expect(page.getByText('No clients yet')).toBeVisible();
});

test('a partner at an admin URL sees an explanation and a link home', async ({ page, request }) => {
  const partner = await reseller(page, request, 'Bright Solutions');
  await signIn(page, partner, '/partner');
  const asked: string[] = [];
  page.on('request', (each) => asked.push(each.postData() ?? ''));

  await page.goto('/admin/applications');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You don’t have access to this page');
  await expect(page.getByText(`You’re signed in as ${partner.email}`)).toBeVisible();
  expect(asked.join()).not.toContain('ApplicationList');
  await page.getByRole('link', { name: 'Go to home page' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(GREETING);
  await expect(page.getByRole('link', { name: 'Applications' })).toBeHidden();
});

test('a user can switch to an account that may see the page', async ({ page, request }) => {
  const company = `Quay ${crypto.randomUUID()}`;
  await applied(request, uniqueAddress(), company);
  const partner = await reseller(page, request, 'Bright Solutions');
  await signIn(page, partner, '/partner');
  await page.goto('/admin/applications');
  await page.getByRole('button', { name: 'Switch account' }).click();
  await page.waitForURL('**/sign-in?next=%2Fadmin%2Fapplications');

  await signInAsAdmin(page, '/admin/applications');

  await expect(page.getByRole('link', { name: company })).toBeVisible();
});
