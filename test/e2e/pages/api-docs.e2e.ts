import { tokenOf } from '../api.ts';
import { expect, signInAsAdmin, test } from '../browser.ts';
import { ADMIN } from '../people.ts';

/* The page fails the test by itself if a script breaks its policy: see browser.ts. */

test('the page of the REST API loads from our own files, and calls an operation with a token', async ({
  page,
  request,
  baseURL,
}) => {
  const foreign: string[] = [];
  page.on('request', (each) => {
    const url = each.url();
    if (!url.startsWith(`${baseURL}/`) && !url.startsWith('data:')) foreign.push(url);
  });
  const response = await page.goto('/api/docs');
  expect(response?.headers()['content-security-policy']).toContain("script-src 'self';");
  await expect(page.getByRole('heading', { name: /ReachGenie Partners/ })).toBeVisible();
  await expect(page.locator('.opblock')).toHaveCount(13);

  await page.getByRole('button', { name: 'Authorize' }).click();
  const dialog = page.locator('.dialog-ux');
  await dialog
    .locator('input')
    .first()
    .fill(await tokenOf(request, ADMIN));
  await dialog.getByRole('button', { name: 'Apply credentials' }).first().click();
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  const list = page.locator('#operations-applications-partnerApplications');
  await list.locator('.opblock-summary-control').click();
  await list.getByRole('button', { name: 'Try it out' }).click();
  await list.getByRole('button', { name: 'Execute' }).click();

  await expect(list.locator('.live-responses-table .response-col_status').last()).toContainText('200');
  await expect(list.locator('.live-responses-table')).toContainText('"pageInfo"');
  expect(foreign).toEqual([]);
});

test('the example on the page of API keys leads to it', async ({ page }) => {
  await signInAsAdmin(page, '/admin/api-keys');
  await page.getByRole('button', { name: 'Example request' }).click();
  const opened = page.waitForEvent('popup');

  await page.getByRole('link', { name: 'Documentation of the REST API' }).click();

  await expect(await opened).toHaveURL(/\/api\/docs$/);
});
