import type { Page } from '@playwright/test';
import { applicationOf, applied, clientOf, reseller } from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, expectAccessible, signIn, signInAsAdmin, test } from '../browser.ts';
import { applicationSent, PAGES, visit, type Places, type ShownPage } from '../pages.ts';

const NOWHERE: Places = { applicationId: '', partnerId: '', clientId: '', statusUrl: '' };

test('public pages are accessible', async ({ page, request }) => {
  const statusUrl = await applied(request, uniqueAddress(), 'Bright Solutions');
  await page.addInitScript(applicationSent(statusUrl));

  await expectGood(page, 'visitor', { ...NOWHERE, statusUrl });
});

test('admin pages are accessible', async ({ page, request }) => {
  const { id: partnerId } = await reseller(page, request, 'Bright Solutions');
  const email = uniqueAddress();
  await applied(request, email, 'Harbour Consulting');
  const applicationId = await applicationOf(request, email);
  await signInAsAdmin(page);

  await expectGood(page, 'admin', { ...NOWHERE, partnerId, applicationId });
});

test('reseller pages are accessible', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const clientId = await clientOf(zoe, request, 'Harbour Bakery');
  await signIn(page, zoe, '/partner');

  await expectGood(page, 'reseller', { ...NOWHERE, clientId });
});

test('on a phone, the menu opens, navigates, and closes', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAsAdmin(page);
  await expect(page.getByRole('link', { name: 'Audit log' })).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Audit log' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Audit log');
  await expect(page.getByRole('link', { name: 'Audit log' })).toBeHidden();
});

/** Milliseconds, for a dozen pages. */
const LONG = 400_000;

/** Checks each page of a role for screen readers and low vision, in both color schemes, and on a phone. */
async function expectGood(page: Page, as: ShownPage['as'], places: Places): Promise<void> {
  test.setTimeout(LONG);
  for (const shown of PAGES.filter((each) => each.as === as)) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await visit(page, shown, places);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => widthOf(page), shown.name).toBeLessThanOrEqual(390);
  }
}

/** Width of the page in pixels, including overflow. */
const widthOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');
