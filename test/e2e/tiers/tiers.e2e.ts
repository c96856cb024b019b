import { assignTier, clientOf, reseller } from '../api.ts';
import { expect, expectAccessible, inGerman, signIn, signInAsAdmin, test } from '../browser.ts';

/** A day of its own, because all tests share the terms. */
const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('an admin publishes terms, the partner sees the future, and a withdrawal ends it', async ({
  browser,
  page,
  request,
}) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await signInAsAdmin(page, '/admin/tiers');
  await expect(page.getByRole('region', { name: 'Platinum' })).toBeVisible();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Publish terms' });
  await dialog.getByLabel('Tier', { exact: true }).selectOption('Platinum');
  await dialog.getByLabel('First day (UTC)').fill(dayAhead(400));
  await dialog.getByLabel('Commission (%)').fill('22.5');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Publish terms' }).click();

  await expect(page.getByText(/^Terms of Platinum published from/)).toBeVisible();
  const platinum = page.getByRole('region', { name: 'Platinum' });
  await expect(platinum.getByText('Planned')).toBeVisible();
  await expect(platinum.getByText('22.5%, for 12 months')).toBeVisible();
  await expectAccessible(page);

  const partner = await browser.newContext({ baseURL: process.env['E2E_URL'] ?? '' });
  const portal = await partner.newPage();
  await signIn(portal, zoe, '/partner/tier');
  await expect(portal.getByRole('region', { name: 'Platinum' })).toContainText('22.5%, for 12 months');
  await expectAccessible(portal);
  await inGerman(portal);
  await expect(portal.getByRole('heading', { level: 1 })).toHaveText('Ihre Stufe');

  await platinum.getByRole('button', { name: /^Withdraw the terms of Platinum/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText('Terms withdrawn.')).toBeVisible();
  await portal.reload();
  await expect(portal.getByRole('region', { name: 'Platin' })).not.toContainText('22,5');
  await partner.close();
});

test('a dry run shows a partner that would be at risk, until an admin pins its tier', async ({ page, request }) => {
  const company = `Risky ${crypto.randomUUID().slice(0, 8)}`;
  const zoe = await reseller(page, request, company);
  await assignTier(zoe, request, 'GOLD');
  await signInAsAdmin(page, '/admin/tiers?tab=review');
  await page.getByRole('button', { name: 'Preview' }).click();

  const row = page.getByRole('row', { name: company });
  await expect(row).toContainText('At risk');
  await expect(row).toContainText('Active clients: 0 of 10');
  await page.getByText(/^At risk \d/).click();
  await expect(page).toHaveURL(/outcome=AT_RISK/);
  await expectAccessible(page);
  await row.getByRole('link', { name: company }).click();

  await page.getByRole('button', { name: 'Assign a tier' }).click();
  const dialog = page.getByRole('dialog', { name: `Assign a tier to ${company}` });
  await dialog.getByLabel('Note').fill('Agreed with the owner until the fair.');
  await dialog.getByLabel('Pin this tier').check();
  await dialog.getByLabel('Last day of the pin (UTC)').fill(dayAhead(200));
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Assign a tier' }).click();

  await expect(page.getByText(`${company} now has Gold.`)).toBeVisible();
  await expect(page.getByRole('table', { name: 'History of the tier' })).toContainText('Agreed with the owner');
  await expect(page.getByText('Pinned', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/admin/tiers?tab=review');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByText(/with a change$|^Every partner keeps its tier/)).toBeVisible();
  await expect(page.getByRole('row', { name: company })).toHaveCount(0);
});

test('a silver reseller sees which tier brings CSV import and bulk actions', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await clientOf(zoe, request, 'Harbour Bakery');
  await clientOf(zoe, request, 'Lime Garage');
  await signIn(page, zoe, '/partner/clients');

  await page.getByLabel('Select all on this page').check();
  await page.getByRole('button', { name: 'Suspend subscription (from Gold)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bulk actions come with Gold' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('link', { name: /\(from Gold\)$/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('CSV import comes with Gold');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'See your tier' }).click();

  await expect(page.getByRole('region', { name: 'On the way to Gold' })).toContainText('2 of 10');
});
