import type { APIRequestContext } from '@playwright/test';
import { applicationOf, applied, askApi, colleague } from '../../api.ts';
import { uniqueAddress } from '../../application.form.ts';
import { expect, signInAsAdmin, test } from '../../browser.ts';

/** Applications of one new group, oldest first. */
async function group(request: APIRequestContext, count: number) {
  const name = `Quay ${crypto.randomUUID()}`;
  const ids = [];
  for (let index = 0; index < count; index++) {
    const email = uniqueAddress();
    await applied(request, email, `${name} ${index}`);
    ids.push(await applicationOf(request, email));
  }
  return { name, ids };
}

test('an admin decides a list of applications with two keys each', async ({ page, request }) => {
  const { name, ids } = await group(request, 3);
  const list = `search=${encodeURIComponent(name)}&sortOrder=ASC`;
  await signInAsAdmin(page, `/admin/applications/${ids[0]}?${list}`);
  const title = page.getByRole('heading', { level: 1 });

  for (const [index, key] of ['r', 'd', 'a'].entries()) {
    await expect(title).toHaveText(`${name} ${index}`);
    await expect(page.getByText(`${index + 1} of 3`)).toBeVisible();
    await page.keyboard.press(key);
    await expect(page.getByLabel('Message to the applicant')).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  }

  await expect(page.getByText('This application was approved.')).toBeVisible();
  for (const [index, state] of [
    [1, 'Declined'],
    [0, 'In review'],
  ] as const) {
    await page.keyboard.press('k');
    await expect(title).toHaveText(`${name} ${index}`);
    await expect(page.getByText(state, { exact: true }).first()).toBeVisible();
  }
});

test('an admin adds a note without the mouse', async ({ page, request }) => {
  const { ids } = await group(request, 1);
  await signInAsAdmin(page, `/admin/applications/${ids[0]}`);
  await expect(page.getByLabel('Internal note')).toBeVisible();

  await page.keyboard.press('n');
  await page.keyboard.type('Met them in Hamburg.');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByText('Note by Ada Admin')).toBeVisible();
  await expect(page.getByLabel('Internal note')).toHaveValue('');
});

test('an @ in a note suggests colleagues, and tells the chosen one', async ({ page, request }) => {
  const kim = await colleague(page, request);
  const { ids } = await group(request, 1);
  await signInAsAdmin(page, `/admin/applications/${ids[0]}`);
  await expect(page.getByLabel('Internal note')).toBeVisible();

  await page.keyboard.press('n');
  await page.keyboard.type('Please call them, @ki');
  await expect(page.getByRole('listbox').getByRole('option', { name: 'Kim Kaplan' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('on Monday.');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByText('Note by Ada Admin')).toBeVisible();
  await expect(page.getByText('Please call them, @Kim Kaplan on Monday.')).toBeVisible();
  const mentioned = '{ notifications { items { kind } } }';
  const { notifications } = await askApi<{ notifications: { items: object[] } }>(request, mentioned, {}, kim.token);
  expect(notifications.items).toContainEqual({ kind: 'MENTIONED' });
});

test('J and K walk through the list, and the crumb leads back to it', async ({ page, request }) => {
  const { name, ids } = await group(request, 2);
  await signInAsAdmin(page, `/admin/applications/${ids[0]}?search=${encodeURIComponent(name)}&sortOrder=ASC`);
  const title = page.getByRole('heading', { level: 1 });
  await expect(page.getByText('1 of 2')).toBeVisible();

  await page.keyboard.press('j');
  await expect(title).toHaveText(`${name} 1`);
  await expect(page.getByText('2 of 2')).toBeVisible();
  await page.keyboard.press('k');
  await expect(title).toHaveText(`${name} 0`);
  await page.getByRole('link', { name: 'All applications' }).press('Enter');

  await expect(page.getByRole('link', { name: `${name} 0` })).toBeVisible();
  await expect(page).toHaveURL(/sortOrder=ASC/);
});
