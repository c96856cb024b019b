import type { Page } from '@playwright/test';
import { applied, colleague } from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, expectAccessible, GREETING, signIn, test } from '../browser.ts';
import { startProduct } from '../product.setup.ts';

/** Runs one after the other: they share a product with demo data, which must not change between comparisons. */
test.describe.configure({ mode: 'default' });

let product: Awaited<ReturnType<typeof startProduct>>;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  product = await startProduct({ DEMO_DATA: 'true', SUPPORT_URL: 'mailto:help@reachgenie.example' });
});
test.afterAll(() => product.stop());

async function openHome(page: Page, search = ''): Promise<void> {
  await page.goto(`${product.url}/sign-in?next=${encodeURIComponent(`/admin${search}`)}`);
  await page.getByLabel('Email address').fill('admin@reachgenie.example');
  await page.getByLabel('Password', { exact: true }).fill('demo-admin-2026');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(GREETING);
  await expect(page.getByRole('heading', { name: 'Funnel' })).toBeVisible();
}

/** Returns the number of items in the list behind a link. */
async function listed(page: Page, href: string): Promise<string | undefined> {
  await page.goto(product.url + href);
  const range = page.getByText(/^[\d,]+–[\d,]+ of [\d,]+$/);
  const nothing = page.getByText(/^(No results match|Nothing matches|Nothing here)/);
  await expect(range.or(nothing).first()).toBeVisible();
  return (await nothing.first().isVisible()) ? '0' : /of ([\d,]+)$/.exec((await range.textContent()) ?? '')?.[1];
}

test('the work list shows what waits, oldest first, and takes the first step', async ({ page }) => {
  await openHome(page);
  const toDo = page.getByRole('region', { name: 'To do' });
  await expect(toDo.getByRole('heading', { level: 3 }).first()).toHaveText(/^Failed emails \d/);
  const take = page.getByRole('button', { name: /^Take it: / });
  const free = toDo.getByRole('listitem').filter({ has: take }).first();
  const company = (await free.getByRole('link').first().textContent()) ?? '';
  await expectAccessible(page);

  await free.getByRole('button', { name: /^Take it: / }).click();

  await expect(page.getByText(`${company} is assigned to you.`)).toBeVisible();
  const row = toDo.getByRole('listitem').filter({ hasText: company });
  await expect(row.getByRole('img', { name: 'Ada Winter' })).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(row.getByRole('button', { name: `Take it: ${company}` })).toBeVisible();
  await row.getByRole('link', { name: company }).click();
  await page.waitForURL(/\/admin\/applications\/[\da-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(company);
});

for (const search of ['', '?period=quarter', '?from=2026-10-01&to=2026-10-31']) {
  test(`each figure is as large as the list that its link leads to: ${search || 'the last 30 days'}`, async ({
    page,
  }) => {
    await openHome(page, search);
    const shown: { name: string; href: string; count: string | undefined }[] = [];
    for (const link of await page.getByRole('main').locator('a[href*="/admin/applications?"]').all()) {
      const text = (await link.getAttribute('title')) ?? (await link.getAttribute('aria-label'));
      const [, name = '', count] = /^(.+): ([\d,]+)$/.exec(text ?? '') ?? [];
      if (count !== undefined) shown.push({ name, href: (await link.getAttribute('href')) ?? '', count });
    }
    for (const line of await page.getByRole('main').locator('li:has(> a[href*="/admin/applications?"])').all()) {
      const [name = '', ...numbers] = (await line.innerText()).split('\n').filter((text) => text.trim() !== '');
      const href = (await line.getByRole('link').first().getAttribute('href')) ?? '';
      shown.push({ name, href, count: numbers.find((text) => /^[\d,]+$/.test(text)) });
    }

    expect(shown.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Pending', 'In review', 'Unassigned', 'Mine', 'Approved', 'Reviewed', 'Decided']),
    );
    const differing = new Map(shown.map((each) => [each.href, each]));
    for (const { name, href, count } of differing.values()) {
      expect({ name, count }).toEqual({ name, count: await listed(page, href) });
    }
  });
}

test('the chart has a table of its numbers, and help says what a figure means', async ({ page }) => {
  await openHome(page);

  await page.getByRole('button', { name: 'Show numbers' }).click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(31);
  await page.getByRole('button', { name: 'Explain: Approval rate' }).press('Enter');
  const help = page.getByRole('dialog', { name: 'Approval rate' });
  await expect(help).toContainText('Withdrawn applications don’t count.');
  await expect(help.getByRole('link', { name: 'Ask our support' })).toHaveAttribute(
    'href',
    'mailto:help@reachgenie.example',
  );
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});

test('an email that failed says why, and is sent again from home', async ({ page }) => {
  await openHome(page);
  const failed = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Resend to/ }) });
  const before = await failed.count();

  await expect(failed.first()).toContainText('the email service can’t be reached');
  await failed.first().getByRole('button').click();

  await expect(page.getByText(/^Sending the email to .* again\.$/)).toBeVisible();
  await expect(failed).toHaveCount(before - 1);
});

test('the selected failed emails are sent again from their list, by keys', async ({ page }) => {
  await openHome(page);
  await page.goto(`${product.url}/admin/mails`);
  const rows = page.getByRole('row').filter({ has: page.getByRole('checkbox', { name: /^Select .+@/ }) });
  await expect(rows.first()).toBeVisible();
  const before = await rows.count();

  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toContainText('1 selected');
  await page.keyboard.press('r');

  await expect(page.getByText('Sending 1 email again')).toBeVisible();
  await expect(rows).toHaveCount(before - 1);
  await expect(bar).toHaveCount(0);
});

test('menu counts are asked once, and follow changes', async ({ page, request }) => {
  const { email, password } = await colleague(page, request);
  const asked: string[] = [];
  page.on('request', (each) => asked.push(each.postData() ?? ''));
  await signIn(page, { email, password }, '/admin/team');
  const countsAsked = () => asked.filter((body) => body.includes('query MenuCounts')).length;
  await expect.poll(countsAsked).toBe(1);

  for (const name of ['Partners', 'Audit log', 'Admins']) await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Admins');

  expect(countsAsked()).toBe(1);
  await applied(request, uniqueAddress(), 'Bright Solutions');
  await page.reload();
  await expect(page.getByRole('link', { name: /^Applications \d/ }).first()).toBeVisible();
});
