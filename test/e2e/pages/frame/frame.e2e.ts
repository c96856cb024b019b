import { applicationOf, applied } from '../../api.ts';
import { uniqueAddress } from '../../application.form.ts';
import { expect, expectAccessible, signInAsAdmin, test, undoByKey } from '../../browser.ts';

test('G and a letter opens a page, and letters stay letters in a field', async ({ page }) => {
  await signInAsAdmin(page);
  await expect(
    page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: /^Applications/ }),
  ).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.waitForURL('**/admin/partners');
  await page.getByRole('searchbox').first().focus();
  await page.keyboard.type('g a?');

  await expect(page.getByRole('searchbox').first()).toHaveValue('g a?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/partners/);
});

test('a question mark lists the keys of the page, and letters can be switched off', async ({ page, request }) => {
  const email = uniqueAddress();
  await applied(request, email, 'Harbour Consulting');
  await signInAsAdmin(page, `/admin/applications/${await applicationOf(request, email)}`);
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();

  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Decline' })).toContainText('D');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Go to Partners' })).toContainText('GP');
  await expectAccessible(page);
  await dialog.getByLabel('Single-letter shortcuts').press('Space');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('a');
  await page.keyboard.press('?');

  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('Z undoes the last action while its message is shown', async ({ page, request }) => {
  const email = uniqueAddress();
  await applied(request, email, 'Harbour Consulting');
  await signInAsAdmin(page, `/admin/applications/${await applicationOf(request, email)}`);
  const assignee = page.getByLabel('Assignee').locator('option:checked');
  await expect(assignee).toHaveText('Unassigned');

  await page.keyboard.press('i');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect(assignee).toHaveText('Ada Admin (me)');
  await undoByKey(page);

  await expect(page.getByText('Undone.')).toBeVisible();
  await expect(assignee).toHaveText('Unassigned');
});

test('the frame is painted before scripts and styles have loaded, and does not move', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const held = Promise.withResolvers<void>();
  await page.route('**/assets/**', async (route) => {
    await held.promise;
    await route.continue();
  });

  await page.goto('/apply', { waitUntil: 'commit' });
  const logo = page.locator('.frame-brand svg');
  await expect(logo).toBeVisible();
  const before = await logo.boundingBox();
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe('rgb(9, 11, 16)');
  held.resolve();

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const after = await page.locator('header img').boundingBox();
  expect(Math.abs((after?.x ?? 0) - (before?.x ?? 0))).toBeLessThan(2);
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
});
