import type { Page } from '@playwright/test';
import {
  agreementWith,
  applicationOf,
  applied,
  assignTier,
  clientOf,
  companyChangeOf,
  endpointOf,
  receiverUrl,
  reseller,
} from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, expectAccessible, signIn, signInAsAdmin, test } from '../browser.ts';
import { PAGES } from '../pages.ts';
import { applicationSent, visit, type Places, type ShownPage } from '../shown/shown.page.ts';

const NOWHERE: Places = {
  applicationId: '',
  partnerId: '',
  clientId: '',
  agreementId: '',
  endpointId: '',
  companyChangeId: '',
  statusUrl: '',
};

test('public pages are accessible', async ({ page, request }) => {
  const statusUrl = await applied(request, uniqueAddress(), 'Bright Solutions');
  await page.addInitScript(applicationSent(statusUrl));

  await expectGood(page, 'visitor', { ...NOWHERE, statusUrl });
});

test('admin pages are accessible', async ({ page, request }) => {
  const { id: partnerId } = await reseller(page, request, 'Bright Solutions');
  const agreementId = await agreementWith(request, partnerId, 'Reseller agreement');
  const email = uniqueAddress();
  await applied(request, email, 'Harbour Consulting');
  const applicationId = await applicationOf(request, email);
  await signInAsAdmin(page);

  const zoe = await reseller(page, request, 'Bright Solutions');
  const companyChangeId = await companyChangeOf(zoe, request, { legalName: 'Bright Solutions Ltd' });

  await expectGood(page, 'admin', { ...NOWHERE, partnerId, applicationId, agreementId, companyChangeId });
});

test('reseller pages are accessible', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await assignTier(zoe, request, 'GOLD'); // may import clients
  const clientId = await clientOf(zoe, request, 'Harbour Bakery');
  const endpointId = await endpointOf(zoe, request, receiverUrl('zoe'));
  await companyChangeOf(zoe, request, { legalName: 'Bright Solutions Ltd', countryCode: 'DE' });
  // Optional, so that clients can be imported before it is accepted.
  const agreementId = await agreementWith(request, zoe.id, 'Reseller agreement', { isRequired: false });
  await signIn(page, zoe, '/partner');

  await expectGood(page, 'reseller', { ...NOWHERE, clientId, endpointId, agreementId });
});

test('on a phone, the menu opens, navigates, and closes', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAsAdmin(page);
  await expect(page.getByRole('link', { name: 'Audit log' })).toBeHidden();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('link', { name: 'Audit log' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Audit log');
  await expect(page.getByRole('link', { name: 'Audit log' })).toBeHidden();
});

/** Milliseconds, for some twenty pages in two languages. */
const LONG = 600_000;

/** A small phone, a tablet, our smallest laptop, and a large screen. */
const WIDTHS = [390, 768, 2560, 1280] as const;

/**
 * Checks each page and dialog of a role for screen readers and low vision, in both languages and color schemes. Nothing
 * scrolls sideways on a screen of any size.
 */
async function expectGood(page: Page, as: ShownPage['as'], places: Places): Promise<void> {
  test.setTimeout(LONG);
  page.setDefaultTimeout(30_000); // of one step
  for (const shown of PAGES.filter((each) => each.as === as)) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await visit(page, shown, places);
    await expectAccessible(page);
    await expectToFit(page, shown.name);
  }
  await page.evaluate("localStorage.setItem('reachgenie.language', 'de')");
  for (const shown of PAGES.filter((each) => each.as === as)) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await visit(page, shown, places);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expectAccessible(page);
    await expectToFit(page, `${shown.name} in German`);
  }
}

async function expectToFit(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => widthOf(page), `${name} at ${width} px`).toBeLessThanOrEqual(width);
  }
}

/** Width of the page in pixels, including overflow. */
const widthOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');
