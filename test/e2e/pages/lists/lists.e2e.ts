import type { APIRequestContext, Page } from '@playwright/test';
import { applied } from '../../api.ts';
import { uniqueAddress } from '../../application.form.ts';
import { expect, expectAccessible, signInAsAdmin, test, undoByKey } from '../../browser.ts';

/** Submits applications of companies with a common name, and returns that name. */
async function appliedMany(request: APIRequestContext, count: number): Promise<string> {
  const group = `Group ${crypto.randomUUID()}`;
  for (let number = 1; number <= count; number++) await applied(request, uniqueAddress(), `${group} ${number}`);
  return group;
}

const openList = (page: Page, group: string, more = '') =>
  signInAsAdmin(page, `/admin/applications?search=${encodeURIComponent(group).replaceAll('%20', '+')}${more}`);

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Status' }).getByRole('button', { name });

test('keys move through the list, peek at a row and open its page', async ({ page, request }) => {
  const group = await appliedMany(request, 3);
  await openList(page, group, '&status=UNDECIDED');
  await expect(page.getByRole('link', { name: `${group} 3` })).toBeVisible();

  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  const peek = page.getByRole('complementary', { name: `${group} 1` });
  await expect(peek).toContainText('1 of 3');
  await expect(peek.getByText('Our clients ask for exactly this.')).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('complementary', { name: `${group} 2` })).toContainText('2 of 3');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${group} 2`);
});

test('Back undoes each step: chip, tab, order and peek', async ({ page, request }) => {
  const group = await appliedMany(request, 2);
  await openList(page, group);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Size' }).click();
  await page.getByRole('checkbox', { name: '11–50 employees' }).check();
  await page.waitForURL(/size=SIZE_11_50/);
  await page.getByRole('checkbox', { name: '501' }).check();
  await page.waitForURL(/size=SIZE_11_50~SIZE_501_PLUS|size=SIZE_11_50%7ESIZE_501_PLUS/);
  await page.keyboard.press('Escape');
  await tab(page, 'Pending').click();
  await page.getByRole('button', { name: 'Company' }).click();
  await page.waitForURL(/sortBy=COMPANY_NAME/);
  await page
    .getByRole('row')
    .filter({ hasText: `${group} 1` })
    .getByText('Pending')
    .click();
  await expect(page.getByRole('complementary')).toBeVisible();

  await page.goBack();
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await page.goBack();
  await expect(page).not.toHaveURL(/sortBy/);
  await page.goBack();
  await expect(tab(page, 'All')).toHaveAttribute('aria-current', 'true');
  await page.goBack();
  await expect(page).not.toHaveURL(/501/);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page).not.toHaveURL(/size|search/);
});

test('twenty applications of several pages are assigned at once, and Undo gives them back', async ({
  page,
  request,
}) => {
  const group = await appliedMany(request, 20);
  await openList(page, group, '&limit=8');
  await page.getByLabel('Select all on this page').check();
  const bar = page.getByRole('region', { name: 'Selection' });
  await bar.getByRole('button', { name: 'Select all 20' }).click();
  await expect(bar).toContainText('20 selected');

  await page.keyboard.press('s');
  await page.getByRole('dialog', { name: 'Assign 20 applications' }).getByRole('button', { name: '(me)' }).click();

  await expect(page.getByText('Assigned 20 to Ada Admin')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Ada Admin' })).toHaveCount(8);
  await expect(bar).toHaveCount(0);
  await undoByKey(page);
  await expect(page.getByRole('row').filter({ hasText: 'Unassigned' })).toHaveCount(8);
});

test('keys act on the selected rows, not on the one in the panel', async ({ page, request }) => {
  const group = await appliedMany(request, 3);
  await openList(page, group, '&status=UNDECIDED');
  await expect(page.getByRole('link', { name: `${group} 3` })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  const peek = page.getByRole('complementary', { name: `${group} 1` });
  await expect(peek.getByRole('button', { name: 'Start review' })).toBeVisible();
  await page.getByLabel(`Select ${group} 2`).check();
  await page.getByLabel(`Select ${group} 3`).check();

  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Start review: 2 applications' });
  await dialog.getByRole('button', { name: 'Start review' }).click();

  await expect(dialog).toContainText('2 of 2 changed.');
  await expect(dialog).not.toContainText(`${group} 1`);
});

test('an empty list says what matches elsewhere', async ({ page, request }) => {
  const group = await appliedMany(request, 2);
  await openList(page, group, '&status=REJECTED');

  await expect(page.getByText(`Nothing matches “${group}”`)).toBeVisible();
  await page.getByRole('button', { name: 'Show those 2' }).click();
  await expect(page.getByRole('link', { name: `${group} 1` })).toBeVisible();
});

test('on a phone, rows are cards and filters are in a drawer', async ({ page, request }) => {
  const group = await appliedMany(request, 2);
  await page.setViewportSize({ width: 390, height: 844 });
  await openList(page, group);
  await expect(page.getByRole('list', { name: 'Applications' }).getByRole('listitem')).toHaveCount(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await page.getByRole('button', { name: 'Filters' }).click();
  const drawer = page.getByRole('dialog', { name: 'Filters' });
  await drawer.getByRole('checkbox', { name: 'Reseller' }).check();
  await drawer.getByRole('button', { name: 'Show 2' }).click();
  await expect(page).toHaveURL(/type=RESELLER/);
  await expectAccessible(page);
});

test('on a phone, a row fills the screen with its main actions at the bottom, and Back closes it', async ({
  page,
  request,
}) => {
  const group = await appliedMany(request, 2);
  await page.setViewportSize({ width: 390, height: 844 });
  await openList(page, group, '&status=UNDECIDED');
  await page.getByRole('link', { name: `${group} 1` }).click();
  const panel = page.getByRole('region', { name: `${group} 1` });
  await expect(panel).toContainText('1 of 2');
  const decide = panel.getByRole('button', { name: 'Start review' });
  await expect(decide).toBeInViewport();
  expect((await panel.boundingBox())?.width).toBe(390);
  expect((await decide.boundingBox())?.y).toBeGreaterThan(600);
  await expectAccessible(page);

  await panel.getByRole('button', { name: 'Next row' }).click();
  await expect(page.getByRole('region', { name: `${group} 2` })).toContainText('2 of 2');
  await page.goBack();
  await expect(panel).toContainText('1 of 2');
  await page.goBack();
  await expect(panel).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: `${group} 1` })).toBeVisible();
});

test('a view keeps filters under a name, and says when it is changed', async ({ page, request }) => {
  const group = await appliedMany(request, 1);
  const name = `View ${crypto.randomUUID().slice(0, 8)}`;
  await openList(page, group, '&status=PENDING');
  await page.getByRole('button', { name: 'Save view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save view' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByText(`Saved ${name}`)).toBeVisible();

  await page.goto('/admin/applications');
  const views = page.getByRole('navigation', { name: 'Saved views' });
  await views.getByRole('button', { name }).click();
  await expect(page.getByRole('link', { name: `${group} 1` })).toBeVisible();
  await expect(tab(page, 'Pending')).toHaveAttribute('aria-current', 'true');
  await expect(views.getByRole('img', { name: 'Changed, not saved' })).toHaveCount(0);
  await tab(page, 'Declined').click();
  await expect(views.getByRole('img', { name: 'Changed, not saved' })).toBeVisible();
  await views.getByRole('button', { name: 'More views' }).click();
  await page.getByRole('menuitem', { name: `Delete ${name}` }).click();
  await expect(page.getByText(`Deleted ${name}`)).toBeVisible();
  await expect(views.getByRole('button', { name })).toHaveCount(0);

  await page.getByRole('button', { name: 'Undo' }).click();
  await views.getByRole('button', { name }).click();
  await views.getByRole('button', { name: 'More views' }).click();
  await page.getByRole('menuitem', { name: `Delete ${name}` }).click();
  await expect(page.getByText(`Deleted ${name}`)).toBeVisible();
});
