import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { clientOf, reseller } from '../../api.ts';
import { expect, signIn, signInAsAdmin, test } from '../../browser.ts';

/** Presses the export button by keyboard, and returns the name and text of the file. */
async function exported(page: Page): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).focus();
  await page.keyboard.press('Enter');
  const file = await download;
  await expect(page.getByRole('status').filter({ hasText: 'Download started' })).toBeVisible();
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

test('a reseller exports the clients that the filter shows', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await clientOf(zoe, request, 'Harbour Bakery');
  await clientOf(zoe, request, 'Forest Books');
  await signIn(page, zoe, '/partner/clients?search=harbour');
  await expect(page.getByText('Harbour Bakery')).toBeVisible();

  const { name, text } = await exported(page);

  expect(name).toMatch(/^clients-[\d-]+\.csv$/);
  expect(text).toContain('"Harbour Bakery"');
  expect(text).not.toContain('Forest Books');
});

test('an admin exports the audit log of a search', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const name = `Bakery ${Date.now()}`;
  await clientOf(zoe, request, name);
  await signInAsAdmin(page, `/admin/audit?search=${encodeURIComponent(name)}`);
  await expect(page.getByText(`added the client ${name}`)).toBeVisible();

  const file = await exported(page);

  expect(file.name).toMatch(/^audit-log-[\d-]+\.csv$/);
  const [, ...rows] = file.text.trim().split('\r\n');
  expect(rows.filter((row) => row.includes('"Created a client","Client"'))).toHaveLength(1);
  // The product may have set up the client by now, which is about the client too.
  expect(rows.filter((row) => !row.includes(name))).toEqual([]);
});
