import { askApi, invited, reseller } from '../api.ts';
import { expect, inGerman, mailedLink, signIn, test } from '../browser.ts';

interface Settings {
  viewer: { name: string; language: string | null; timeZone: string | null; dateFormat: string | null };
}

const SETTINGS = '{ viewer { name language timeZone dateFormat } }';

test.use({ timezoneId: 'America/New_York' });

test('the first visit fills the time zone, and a change applies at once and can be undone', async ({
  page,
  request,
}) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const settings = async () => (await askApi<Settings>(request, SETTINGS, {}, zoe.token)).viewer;
  await signIn(page, zoe, '/partner');
  await expect.poll(settings).toMatchObject({ language: 'EN', timeZone: 'America/New_York', dateFormat: null });

  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'My settings' }).click();
  await expect(page.getByText(/It’s .* E[DS]T there now/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Tokyo');
  await page.getByRole('option', { name: 'Asia/Tokyo' }).click();
  await expect(page.getByText(/It’s .* GMT\+9 there now/)).toBeVisible();
  await page.getByLabel('Date format').selectOption('Year first (2026-11-30)');
  await expect(page.getByText(/It’s \d{4}-\d\d-\d\d .* there now/)).toBeVisible();
  await expect.poll(settings).toMatchObject({ timeZone: 'Asia/Tokyo', dateFormat: 'ISO' });

  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(settings).toMatchObject({ timeZone: 'Asia/Tokyo', dateFormat: null });
});

test('the language of the account is that of the pages, in every browser', async ({ page, request, browser }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await signIn(page, zoe, '/partner/settings');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My settings');
  await page.getByLabel('Language', { exact: true }).selectOption('Deutsch');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meine Einstellungen');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meine Einstellungen');

  const other = await browser.newPage({ baseURL: process.env['E2E_URL'] ?? '' });
  await signIn(other, zoe, '/partner/settings');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Meine Einstellungen');
  await other.close();
});

test('the language chosen in the menu is that of the account too', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await signIn(page, zoe, '/partner/settings');

  await inGerman(page);

  await expect(page.getByLabel('Sprache', { exact: true })).toHaveValue('DE');
  const settings = async () => (await askApi<Settings>(request, SETTINGS, {}, zoe.token)).viewer;
  await expect.poll(settings).toMatchObject({ language: 'DE' });
});

test('a user changes their name, and a draft survives a reload', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await signIn(page, zoe, '/partner/settings');
  await page.getByLabel('Name', { exact: true }).fill('Zoë Hart-Stone');
  await page.reload();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Zoë Hart-Stone');

  await page.getByRole('button', { name: 'Save name' }).click();

  await expect(page.getByText('Name changed to Zoë Hart-Stone.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Account of Zoë Hart-Stone' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Account of Zoë Hart', exact: true })).toBeVisible();
});

test('the former address of the security page leads to the settings', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await signIn(page, zoe, '/partner');

  await page.goto('/partner/security');

  await expect(page.getByRole('heading', { name: 'Two-factor authentication' })).toBeVisible();
  await expect(page).toHaveURL(/\/partner\/settings$/);
});

test('a German email’s link opens its page in German', async ({ page, request }) => {
  const { email } = await invited(request, 'Bright Solutions');
  const link = await mailedLink(page, email, 'user.invited');

  await page.goto(link.replace('/invitation#', '/invitation?language=de#'));

  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});
