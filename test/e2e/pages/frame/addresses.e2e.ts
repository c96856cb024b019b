import { applied, colleague } from '../../api.ts';
import { uniqueAddress } from '../../application.form.ts';
import { expect, inGerman, signIn, signInAsAdmin, test } from '../../browser.ts';

/** Texts that look like values of JSON, and occur in no random UUID. */
const SEARCHES = [
  'true',
  'null',
  '1.5e3',
  '00.7',
  '12345678901234567890',
  '[1]',
  '{"a":1}',
  '"quoted"',
  'a+b & c=d',
  '%41',
];

test('a search in a URL is always read as text', async ({ page }) => {
  await signInAsAdmin(page);
  for (const text of SEARCHES) {
    await page.goto(`/admin/applications?search=${encodeURIComponent(text)}`);
    await expect(page.getByRole('searchbox')).toHaveValue(text);
    await expect(page.getByText(/^Nothing (matches|here)/)).toBeVisible();
    expect(new URL(page.url()).searchParams.get('search')).toBe(text);
  }
  await page.goto('/admin/applications?search=%22123%22'); // as earlier versions wrote it
  await expect(page.getByRole('searchbox')).toHaveValue('123');
});

test('invalid parts of a URL are ignored', async ({ page }) => {
  await signInAsAdmin(page, '/admin/applications?page=-1&limit=1e2&sortBy=password&status=true&createdFrom=yesterday');

  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.locator('nav [aria-current]').filter({ hasText: /^All/ })).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a page number beyond the last page shows the last page', async ({ page, request }) => {
  await applied(request, uniqueAddress(), 'The Last Page');
  await signInAsAdmin(page, '/admin/applications?page=999&limit=1&search=The+Last+Page');

  await expect(page.getByText('This page no longer exists')).toBeVisible();
  await page.getByRole('button', { name: 'Go to last page' }).click();
  await expect(page.getByRole('link', { name: 'The Last Page' })).toHaveCount(1);
});

test('the Back button undoes a filter, and a search is one step', async ({ page, request }) => {
  const company = `Steps ${crypto.randomUUID()}`;
  await applied(request, uniqueAddress(), company);
  await signInAsAdmin(page, '/admin/applications');
  const search = page.getByRole('searchbox');
  await search.fill('Steps');
  await page.waitForURL(/search=Steps$/);
  await search.fill(company);
  await page.waitForURL(/search=Steps\+/);
  await page.getByRole('button', { name: /^Declined [\d,]+$/ }).click();
  await expect(page.getByText(/^Nothing (matches|here)/)).toBeVisible();

  await page.goBack();
  await expect(page.locator('nav [aria-current]').filter({ hasText: /^All/ })).toBeVisible();
  await expect(page.getByRole('link', { name: company })).toBeVisible();
  await page.goBack();
  await expect(search).toHaveValue('');
  await page.waitForURL(/\/admin\/applications$/);
  await page.goForward();
  await expect(search).toHaveValue(company);
  await page.goForward();
  await expect(page.locator('nav [aria-current]').filter({ hasText: /^Declined/ })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(search).toHaveValue('');
  await expect(page.locator('nav [aria-current]').filter({ hasText: /^All/ })).toBeVisible();
});

test('a printed table is complete, light and without the menu', async ({ page, request }) => {
  await applied(request, uniqueAddress(), 'On Paper');
  await page.emulateMedia({ colorScheme: 'dark' });
  await signInAsAdmin(page, '/admin/applications?search=On+Paper');
  await expect(page.getByRole('link', { name: 'On Paper' }).first()).toBeVisible();

  await page.setViewportSize({ width: 700, height: 990 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });

  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Export CSV' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Applications', level: 1 })).toBeVisible();
  for (const title of ['Company', 'Status', 'Assignee'])
    await expect(page.getByRole('columnheader', { name: title })).toBeVisible();
  await expect(page.getByText('Company', { exact: true })).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  const table = await page.getByRole('table').boundingBox();
  expect((table?.x ?? 0) + (table?.width ?? 0)).toBeLessThanOrEqual(700);
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('numbers use the format of the language', async ({ page, request }) => {
  const kim = await colleague(page, request);
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('medianHoursToDecision') !== true) return route.fallback();
    const response = await route.fetch();
    const json = (await response.json()) as { data: { now: Record<string, number> } };
    Object.assign(json.data.now, { medianHoursToDecision: 163.2, approvalRate: 0.634 });
    return route.fulfill({ response, json });
  });
  await signIn(page, kim, '/admin');
  await expect(page.getByText('6.8 days')).toBeVisible();
  await inGerman(page);

  await expect(page.getByText('6,8 Tage')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Annahmequote: 63 %' })).toBeVisible();
});
