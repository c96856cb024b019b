import type { APIRequestContext, Page } from '@playwright/test';
import { applied, askApi } from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, signInAsAdmin, test } from '../browser.ts';
import { ADMIN } from '../people.ts';

test('after a session ends, a form keeps its entries and continues after the sign-in', async ({ page, request }) => {
  const dialog = await writeIntoEndedSession(page, request);

  await expect(dialog).toContainText('Everything you entered on this page is still here.');
  await expect(page.getByLabel('Internal note')).toHaveValue('Met them in Hamburg.');
  await expect(dialog.getByLabel('Email address')).toHaveValue(ADMIN.email);
  await expect(dialog.getByLabel('Password', { exact: true })).toBeFocused();
  await dialog.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();

  await expect(dialog).toBeHidden();
  await expect(page.getByText('Note by Ada Admin')).toHaveCount(1);
  await expect(page.getByLabel('Internal note')).toHaveValue('');
  await expect(page.getByText('Met them in Hamburg.')).toBeVisible();
});

test('without a new sign-in, the user leaves the page and no entries remain', async ({ page, request }) => {
  const dialog = await writeIntoEndedSession(page, request);

  await dialog.getByRole('button', { name: 'Leave this page' }).click();

  await page.waitForURL('**/sign-in');
  await page.goBack();
  await expect(page.getByText('Harbour Consulting')).toBeHidden();
});

/** Ends the session on the server while an admin writes a note, as a deactivation does. Returns the dialog about it. */
async function writeIntoEndedSession(page: Page, request: APIRequestContext) {
  const email = uniqueAddress();
  await applied(request, email, 'Harbour Consulting');
  const asked = page.waitForRequest((each) => each.postData()?.includes('query ApplicationList') === true);
  await signInAsAdmin(page, `/admin/applications?search=${encodeURIComponent(email)}`);
  const authorization = (await (await asked).headerValue('authorization')) ?? '';
  await page.getByRole('link', { name: 'Harbour Consulting' }).click();
  await page.getByLabel('Internal note').fill('Met them in Hamburg.');
  await askApi(request, 'mutation { signOut }', {}, authorization.replace('Bearer ', ''));
  await page.getByRole('button', { name: 'Add note' }).click();
  return page.getByRole('dialog', { name: 'Sign in again' });
}
