import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../browser.ts';
import { startProduct } from '../product.setup.ts';

/** Runs one after the other: they share a product with demo data, which must not change between comparisons. */
test.describe.configure({ mode: 'default' });

let product: Awaited<ReturnType<typeof startProduct>>;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  product = await startProduct({ DEMO_DATA: 'true' });
});
test.afterAll(() => product.stop());

async function openOverview(page: Page): Promise<void> {
  await page.goto(`${product.url}/sign-in?next=/admin`);
  await page.getByLabel('Email address').fill('admin@reachgenie.example');
  await page.getByLabel('Password', { exact: true }).fill('demo-admin-2026');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
}

const PERIODS = ['month', 'quarter', 'year'];

async function choosePeriod(page: Page, period: string): Promise<void> {
  await page.getByLabel('Period').selectOption(period);
  await page.waitForLoadState('networkidle');
}

/** The value of a figure, below its name. */
const valueOf = async (figure: Locator) => (await figure.innerText()).split('\n').at(-1);

/** Returns the number of results in the list behind a link. */
async function listed(page: Page, href: string): Promise<string | undefined> {
  await page.goto(product.url + href);
  const range = page.getByText(/^[\d,]+–[\d,]+ of [\d,]+$/);
  const nothing = page.getByText('No results match your filters');
  await expect(range.or(nothing).first()).toBeVisible();
  return (await nothing.isVisible()) ? '0' : /of ([\d,]+)$/.exec((await range.textContent()) ?? '')?.[1];
}

test('the number of waiting applications does not depend on the period', async ({ page }) => {
  await openOverview(page);
  const pending = await listed(page, '/admin/applications?status=PENDING');
  const reviewing = await listed(page, '/admin/applications?status=REVIEWING');
  const recent = await listed(page, `/admin/applications?status=REVIEWING&createdFrom=${daysAgo(30)}`);
  expect(Number(recent)).toBeLessThan(Number(reviewing)); // without it, the demo data would prove nothing

  await page.goto(`${product.url}/admin`);
  const block = page.getByRole('region', { name: 'Awaiting decision' });
  for (const period of PERIODS) {
    await choosePeriod(page, period);
    expect(await valueOf(block.getByRole('group', { name: 'Pending' }))).toBe(pending);
    expect(await valueOf(block.getByRole('group', { name: 'In review' }))).toBe(reviewing);
  }
  await expectAccessible(page);
  await block.getByRole('link', { name: 'Longest wait' }).click();
  await page.waitForURL(/\/admin\/applications\/[\da-f-]{36}$/);
  await expect(page.getByText(/^(Pending|In review)$/)).toBeVisible();
});

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

for (const period of PERIODS) {
  test(`each figure is as large as the list that its link leads to, by ${period}`, async ({ page }) => {
    await openOverview(page);
    await choosePeriod(page, period);
    const figures = page
      .getByRole('main')
      .getByRole('group')
      .filter({ has: page.locator('a[href*="/admin/applications"]:not([href*="applications/"])') });
    await expect(figures.nth(10)).toBeVisible();
    const shown: { name: string; href: string; count: string | undefined }[] = [];
    for (const figure of await figures.all()) {
      const link = figure.getByRole('link');
      const href = (await link.getAttribute('href')) ?? '';
      shown.push({ name: await link.innerText(), href, count: await valueOf(figure) });
    }

    expect(shown.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Pending', 'In review', 'Unassigned', 'Submitted', 'Approved', 'Declined', 'Withdrawn']),
    );
    for (const { name, href, count } of shown) {
      expect({ name, count }).toEqual({ name, count: await listed(page, href) });
    }
  });
}
