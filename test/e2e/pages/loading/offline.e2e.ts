import type { Page, Route } from '@playwright/test';
import { applied, colleague } from '../../api.ts';
import { fillIn, send, uniqueAddress } from '../../application.form.ts';
import { expect, GREETING, signIn, signInAsAdmin, test } from '../../browser.ts';

/** Requests to the API. */
const API = '**/graphql';
const isAsked = (route: Route, operation: string) => route.request().postData()?.includes(operation) === true;

/** Answers one operation of the API with `answer`. Other operations stay unchanged. */
const answering = (page: Page, operation: string, answer: (route: Route) => Promise<void>) =>
  page.route(API, (route) => (isAsked(route, operation) ? answer(route) : route.fallback()));

test('an offline page says so, keeps its rows, and reloads automatically', async ({ page, context, request }) => {
  const company = `Offline ${crypto.randomUUID()}`;
  await applied(request, uniqueAddress(), company);
  await signInAsAdmin(page, `/admin/applications?search=${encodeURIComponent(company)}`);
  await expect(page.getByRole('link', { name: company })).toBeVisible();

  await context.setOffline(true);
  await expect(page.getByText('You’ve been offline since')).toBeVisible();
  await page.getByRole('button', { name: /^Declined [\d,]+$/ }).click();

  await expect(page.getByRole('alert')).toContainText('These rows are from');
  await expect(page.getByRole('link', { name: company })).toBeVisible();
  await page.getByRole('link', { name: 'Audit log' }).click();
  await expect(page.getByRole('alert').getByRole('button', { name: 'Try again' })).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText('You’ve been offline since')).toBeHidden();
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: 'signed in' }).first()).toBeVisible();
});

test('an offline form keeps its entries, and sends them once', async ({ page, context }) => {
  await page.goto('/apply');
  const email = await fillIn(page);
  await context.setOffline(true);
  await send(page);

  await expect(page.getByRole('alert')).toContainText('Can’t connect');
  await expect(page.getByLabel('Email address')).toHaveValue(email);
  await context.setOffline(false);
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you, Zoë Hart');
  await page.goto('/dev/mail');
  await expect(page.getByRole('row').filter({ hasText: email })).toHaveCount(1);
});

test('an unreachable server is shown differently from being offline, and is found again', async ({ page }) => {
  await signInAsAdmin(page);
  await page.route(API, (route) => route.abort());
  await page.getByRole('link', { name: 'Partners', exact: true }).click();

  await expect(page.getByText('No connection to the server since')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Can’t connect');
  await page.unroute(API);
  await page.getByRole('status').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('No connection to the server since')).toBeHidden();
  await expect(page.getByRole('alert')).toBeHidden();
});

const ANSWERS = [
  { what: 'a page of a proxy', answer: { status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' } },
  { what: 'an empty body', answer: { status: 503, body: '' } },
  { what: 'JSON without data', answer: { status: 200, contentType: 'application/json', body: 'null' } },
  { what: 'an error without a code', answer: { status: 500, body: '{"errors":[{"message":"no"}]}' } },
] as const;

for (const { what, answer } of ANSWERS) {
  test(`${what} in place of an answer is told, and can be asked again`, async ({ page }) => {
    await signInAsAdmin(page);
    await answering(page, 'query Activity', (route) => route.fulfill(answer));
    await page.getByRole('link', { name: 'Audit log' }).click();

    await expect(page.getByRole('alert')).toContainText('Couldn’t load this');
    await page.unrouteAll();
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'signed in' }).first()).toBeVisible();
  });
}

test('a rate limit of a proxy shows when to try again', async ({ page }) => {
  await page.goto('/apply');
  await fillIn(page);
  await page.route(API, (route) => route.fulfill({ status: 429, headers: { 'retry-after': '60' }, body: 'slow down' }));
  await send(page);

  await expect(page.getByRole('alert')).toContainText(/You can try again at \d/);
});

test('a request without a response times out', async ({ page }) => {
  await page.addInitScript('AbortSignal.timeout = () => AbortSignal.abort(new DOMException("late", "TimeoutError"))');
  await page.goto('/apply');
  await fillIn(page);
  await send(page);

  await expect(page.getByRole('alert')).toContainText('The server took too long to respond.');
  await expect(page.getByRole('button', { name: 'Submit application' })).toBeEnabled();
});

test('a part that fails to load does not break the page, and can be reloaded', async ({ page }) => {
  await page.route('**/assets/api-keys.page-*.js', (route) => route.abort());
  await signInAsAdmin(page);

  await page.getByRole('link', { name: 'API keys' }).click();
  await expect(page.getByRole('alert')).toContainText('Reload the page');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Reload page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('API keys');
});

test('a page of an earlier version offers to reload', async ({ page }) => {
  await page.route('**/assets/admin.pages-*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill('admin@reachgenie.example');
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.getByRole('alert')).toContainText('Reload the page');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Reload page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(GREETING);
});

for (const zone of ['Etc/Unknown', undefined, 'GMT', 'Asia/Calcutta', 'Mars/Base']) {
  test(`the overview is shown where the browser's time zone is ${zone ?? 'missing'}`, async ({ page, request }) => {
    const kim = await colleague(page, request); // has no time zone yet
    await page.addInitScript(
      `const asked = Intl.DateTimeFormat.prototype.resolvedOptions;
       Intl.DateTimeFormat.prototype.resolvedOptions = function () { return { ...asked.call(this), timeZone: ${JSON.stringify(zone)} }; };`,
    );
    await signIn(page, kim, '/admin');

    const known = zone === 'GMT' || zone === 'Asia/Calcutta' ? zone : 'UTC';
    await expect(page.getByText(`Days begin at midnight (${known}).`)).toBeVisible();
    await expect(page.getByRole('alert')).toBeHidden();
  });
}
