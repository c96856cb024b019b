import type { Page, Route } from '@playwright/test';
import { expect, expectAccessible, signInAsAdmin, test } from '../../browser.ts';

// Jobs that fail in every attempt take a day, so the list is given. test/jobs has what the API does with them.
const jobOf = (number: number) => ({
  id: `01a1e9dd-b612-74f3-b99e-3b0456b7421${number}`,
  queue: number === 3 ? 'new-queue' : 'password-reset',
  subject: `person-${number}@acme.example`,
  retries: 2,
  createdAt: '2026-11-29T09:00:00.000Z',
  failedAt: '2026-11-30T09:00:00.000Z',
});

const GONE = { message: 'Job not found.', extensions: { code: 'NOT_FOUND' } };

/** Serves three failed jobs. The third one is gone when it runs again. */
async function givenJobs(page: Page): Promise<string[]> {
  let jobs = [1, 2, 3].map(jobOf);
  const retried: string[] = [];
  const list = (route: Route) =>
    route.fulfill({ json: { data: { failedJobs: { items: jobs, pageInfo: { totalItems: jobs.length } } } } });
  const retry = (route: Route) => {
    const { variables } = route.request().postDataJSON() as { variables: { id: string } };
    retried.push(variables.id);
    if (variables.id === jobOf(3).id) return route.fulfill({ json: { data: null, errors: [GONE] } });
    jobs = jobs.filter(({ id }) => id !== variables.id);
    return route.fulfill({ json: { data: { retryFailedJob: { id: variables.id } } } });
  };
  await page.route('**/graphql', (route) => {
    const asked = route.request().postData() ?? '';
    if (asked.includes('query FailedJobList')) return list(route);
    return asked.includes('mutation RetryJob') ? retry(route) : route.fallback();
  });
  return retried;
}

const jobRow = (page: Page, number: number) => page.getByRole('row').filter({ hasText: jobOf(number).subject });

test('a failed job is looked at, runs again by its key, and leaves the list', async ({ page }) => {
  const retried = await givenJobs(page);
  await signInAsAdmin(page, '/admin/jobs');
  await expect(page.getByRole('row')).toHaveCount(4);
  await expect(jobRow(page, 1)).toContainText('Password reset');
  await expect(jobRow(page, 3)).toContainText('new-queue');

  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  const peek = page.getByRole('complementary').filter({ hasText: jobOf(1).subject });
  await expect(peek).toContainText('Attempts3');
  await expectAccessible(page);
  await page.keyboard.press('r');

  await expect(page.getByText('Running 1 job again')).toBeVisible();
  await expect(jobRow(page, 1)).toHaveCount(0);
  expect(retried).toEqual([jobOf(1).id]);
});

test('of several jobs, one that is gone is named, and the others run again', async ({ page }) => {
  await givenJobs(page);
  await signInAsAdmin(page, '/admin/jobs');
  await page.getByLabel('Select all on this page').check();

  await page.getByRole('button', { name: 'Run again' }).first().click();

  const results = page.getByRole('dialog', { name: 'Run again' });
  await expect(results).toContainText('2 of 3');
  await expect(results.getByRole('listitem').first()).toContainText(`new-queue: ${jobOf(3).subject}`);
  await page.keyboard.press('Enter'); // the focus is on "Close"
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('without failed jobs, the page says what would appear', async ({ page }) => {
  await signInAsAdmin(page, '/admin');
  await page.getByRole('link', { name: 'Failed jobs' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Failed jobs');
  await expect(page.getByText('No failed jobs')).toBeVisible();
});
