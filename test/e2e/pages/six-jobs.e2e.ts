import type { Page } from '@playwright/test';
import { applicationOf, applied, askApi, clientOf, colleague, member, reseller, tokenOf } from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, signIn, signInAsAdmin, test } from '../browser.ts';
import { startProduct } from '../product.setup.ts';

/* The six jobs that bench/pages measures, by keyboard alone. */

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const dialogOf = (page: Page) => page.getByRole('dialog');
const focused = (page: Page) => page.locator(':focus');

test('ten applications are looked at in the panel, and decided in two groups', async ({ page, request }) => {
  const group = `Reef ${crypto.randomUUID()}`;
  for (let index = 0; index < 10; index++) await applied(request, uniqueAddress(), `${group} ${index}`);
  const list = `/admin/applications?search=${encodeURIComponent(group).replaceAll('%20', '+')}&status=UNDECIDED`;
  await signInAsAdmin(page, list);
  await expect(page.getByRole('link', { name: `${group} 9` })).toBeVisible();

  await press(page, 'j', 'Space');
  for (let index = 0; index < 10; index++) {
    await expect(page.getByRole('complementary').getByRole('heading', { level: 2 }).first()).toHaveText(
      `${group} ${index}`,
    );
    if (index % 2 === 0) await press(page, 'x');
    if (index < 9) await press(page, 'j');
  }
  const panel = page.getByRole('complementary', { name: `${group} 9` });
  await expect(panel.getByRole('button', { name: 'Approve' })).not.toHaveAttribute('aria-keyshortcuts');
  await decide('a', 'Approve', [0, 2, 4, 6, 8]);
  await expect(page.getByRole('row')).toHaveCount(6);
  await press(page, 'x');
  for (const index of [7, 5, 3, 1]) {
    await press(page, 'k');
    await expect(page.getByRole('complementary', { name: `${group} ${index}` })).toBeVisible();
  }
  await press(page, 'Shift+X');
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('5 selected');
  await decide('d', 'Decline', [1, 3, 5, 7, 9]);

  await expect(page.getByText(`Nothing matches “${group}”`)).toBeVisible();

  async function decide(key: string, deed: string, indexes: number[]): Promise<void> {
    await press(page, key);
    const dialog = page.getByRole('dialog', { name: `${deed}: 5 applications` });
    await expect(dialog.getByLabel('Message to each applicant')).toBeFocused();
    await expect(dialog.getByRole('listitem')).toHaveCount(indexes.length);
    for (const index of indexes) await expect(dialog.getByText(`${group} ${index}`, { exact: true })).toBeVisible();
    await expect(dialog.getByRole('region', { name: `Email to ${group}` })).toBeVisible();
    await press(page, 'Control+Enter');
    await expect(dialog).toContainText('5 of 5 changed.');
    await expect(dialog.getByRole('button', { name: 'Close', exact: true }).last()).toBeFocused();
    await press(page, 'Enter');
    await expect(dialogOf(page)).toHaveCount(0);
  }
});

test('half a name finds an application, and a command starts its note', async ({ page, request }) => {
  const email = uniqueAddress();
  const name = `Quill ${crypto.randomUUID()}`;
  await applied(request, email, name);
  const id = await applicationOf(request, email);
  await signInAsAdmin(page);
  await expect(page.getByRole('button', { name: 'Search' })).toBeVisible();

  await press(page, '/');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type(name.slice(0, 24));
  await expect(page.getByRole('option', { name: `Add a note to ${name}` })).toBeVisible();
  await press(page, 'ArrowDown', 'Enter');

  await expect(page).toHaveURL(new RegExp(`/admin/applications/${id}$`));
  await expect(page.getByLabel('Internal note')).toBeFocused();
  await page.keyboard.type('Call on Monday');
  await press(page, 'Control+Enter');
  await expect(page.getByText('Note by Ada Admin')).toBeVisible();

  await press(page, 'Escape');
  await page.getByLabel('Internal note').blur();
  await press(page, 'Control+k');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type(name.slice(0, 24));
  await expect(page.getByRole('option', { name })).not.toHaveCount(0);
  await press(page, 'Control+Enter');
  await expect(page.getByRole('complementary').getByText('Call on Monday')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/admin/applications\\?peek=${id}`));
});

test('twenty applications are assigned', async ({ page, request }) => {
  const kim = await colleague(page, request);
  const group = `Sail ${crypto.randomUUID()}`;
  for (let index = 0; index < 20; index++) await applied(request, uniqueAddress(), `${group} ${index}`);
  await signIn(page, kim, `/admin/applications?search=${encodeURIComponent(group).replaceAll('%20', '+')}`);
  await expect(page.getByRole('row')).toHaveCount(21);

  await press(page, 'j', 'x');
  for (let index = 1; index < 20; index++) await press(page, 'j');
  await press(page, 'Shift+X', 's');
  const dialog = page.getByRole('dialog', { name: 'Assign 20 applications' });
  await expect(dialog.getByRole('button', { name: '(me)' })).toBeFocused();
  await press(page, 'Enter');

  await expect(page.getByText('Assigned 20 to Kim Kaplan')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Kim Kaplan' })).toHaveCount(20);
});

test('a client is added with the first letter of its plan, and opens', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await clientOf(zoe, request, 'Harbour Bakery');
  const create = 'mutation ($input: CreateClientAccountInput!) { createClientAccount(input: $input) { id } }';
  const other = {
    companyName: 'Pier',
    contactName: 'Ole',
    contactEmail: 'ole@pier.example',
    subscriptionTier: 'Growth',
  };
  await askApi(request, create, { input: other }, zoe.token);
  await signIn(page, zoe, '/partner');
  await expect(page.getByRole('button', { name: 'Add client' })).toBeVisible();

  await press(page, 'c');
  await expect(page.getByLabel('Company')).toBeFocused();
  await page.keyboard.type('Oak Bakery');
  await press(page, 'Tab');
  await page.keyboard.type('Ole Berg');
  await press(page, 'Tab');
  await page.keyboard.type('ole@oak.example');
  await press(page, 'Tab');
  await expect(focused(page)).toHaveValue('Growth');
  await page.keyboard.type('s');
  await expect(focused(page)).toHaveValue('Starter');
  await press(page, 'Enter');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Oak Bakery');
  await expect(page.getByText('Starter').first()).toBeVisible();
});

test('a plan of another name can be typed', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await clientOf(zoe, request, 'Harbour Bakery');
  await signIn(page, zoe, '/partner/clients');
  await page.getByRole('button', { name: 'Add client' }).click();
  const field = dialogOf(page).getByLabel('Plan');
  await expect(field).toHaveValue('Starter');

  await field.press('Control+a');
  await page.keyboard.type('Sta');
  await expect(field).toHaveValue('Starter');
  await page.keyboard.type('ndard');
  await expect(field).toHaveValue('Standard');
  await press(page, 'Control+a');
  await page.keyboard.type('Start');
  await press(page, 'Backspace');

  await expect(field).toHaveValue('Start');
});

test('who suspended a client is in the activity', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const id = await clientOf(zoe, request, 'Quay Foods');
  const max = await member(page, request, zoe, 'MEMBER');
  const suspend = `mutation ($id: ID!) {
    updateClientSubscription(id: $id, input: { subscriptionStatus: SUSPENDED }) { id }
  }`;
  await askApi(request, suspend, { id }, await tokenOf(request, max));
  await signIn(page, zoe, '/partner');
  await expect(page.getByRole('button', { name: 'Search' })).toBeVisible();

  await press(page, 'g', 'a');

  const entry = page.getByRole('listitem').filter({ hasText: 'suspended the client Quay Foods' });
  await expect(entry).toContainText('Max Moor');
});

test.describe('with failed emails', () => {
  let product: Awaited<ReturnType<typeof startProduct>>;
  test.beforeAll(async () => {
    test.setTimeout(240_000);
    product = await startProduct({ DEMO_DATA: 'true' });
  });
  test.afterAll(() => product.stop());

  test('the work list of home has keys: why an email failed, sending it again, and a decision', async ({ page }) => {
    await page.goto(`${product.url}/sign-in?next=/admin`);
    await page.getByLabel('Email address').fill('admin@reachgenie.example');
    await page.getByLabel('Password', { exact: true }).fill('demo-admin-2026');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const current = page.getByRole('region', { name: 'To do' }).locator('[aria-current]');
    await expect(current).toContainText('the email service can’t be reached');
    const resend = current.getByRole('button', { name: /^Resend to/ });
    await expect(resend).toHaveAttribute('aria-keyshortcuts', 'r');
    await press(page, '?');
    await expect(dialogOf(page)).toContainText('Resend');
    await press(page, 'Escape');
    await expect(dialogOf(page)).toHaveCount(0);

    await press(page, 'r');
    await expect(page.getByText(/^Sending the email to .* again\.$/)).toBeVisible();

    const free = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Take it: / }) });
    const company = (await free.first().getByRole('link').first().textContent()) ?? '';
    for (let moved = 0; moved < 12; moved++) {
      if ((await current.textContent())?.includes(company)) break;
      await press(page, 'j');
    }
    await press(page, 'i');
    await expect(page.getByText(`${company} is assigned to you.`)).toBeVisible();
    await press(page, 'a');
    await expect(page.getByRole('dialog', { name: `Approve: ${company}` })).toBeVisible();
    await expect(page).toHaveURL(/\/admin\/applications\/[\da-f-]{36}/);
  });
});
