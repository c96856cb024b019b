import type { Page, Route } from '@playwright/test';
import { applicationOf, applied, askApi, colleague } from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, signInAsAdmin, test } from '../browser.ts';
import { ADMIN } from '../people.ts';

/* Two failures at the same time, or a failure during another action: no input is lost, and every failure is visible. */

const API = '**/graphql';
const isAsked = (route: Route, operation: string) => route.request().postData()?.includes(operation) === true;
const aborting = (page: Page, operation: string) =>
  page.route(API, (route) => (isAsked(route, operation) ? route.abort() : route.fallback()));

const ASSIGN =
  'mutation ($id: ID!, $assigneeId: ID) { assignPartnerApplication(id: $id, assigneeId: $assigneeId) { id } }';

test('a dialog cannot be closed while it is sending, so that the user sees a failure', async ({ page, request }) => {
  const email = uniqueAddress();
  await applied(request, email, 'Slow Line');
  await signInAsAdmin(page, `/admin/applications/${await applicationOf(request, email)}`);
  const held: Route[] = [];
  await page.route(API, (route) => (isAsked(route, 'mutation ChangeStatus') ? held.push(route) : route.fallback()));
  await page.getByRole('button', { name: 'Decline' }).click();
  const dialog = page.getByRole('dialog', { name: 'Decline' });
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await expect.poll(() => held.length).toBe(1);

  await page.keyboard.press('Escape');
  await page.mouse.click(5, 5);
  await held[0]?.abort();

  await expect(dialog.getByRole('alert')).toContainText('Can’t connect');
  await page.unrouteAll();
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await expect(page.getByText('Slow Line declined.')).toBeVisible();
});

test('a conflict shows that its changes cannot be loaded, and tries again', async ({ page, request }) => {
  const email = uniqueAddress();
  await applied(request, email, 'Half Told');
  const id = await applicationOf(request, email);
  const kim = await colleague(page, request);
  await signInAsAdmin(page, `/admin/applications/${id}`);
  const choice = page.getByRole('combobox', { name: 'Assignee' });
  await expect(choice).toBeVisible();
  await askApi(request, ASSIGN, { id, assigneeId: kim.id }, kim.token);
  await page.route(API, (route) =>
    isAsked(route, 'ChangesSince') ? route.fulfill({ status: 400, body: '' }) : route.fallback(),
  );
  await choice.selectOption({ label: `${ADMIN.name} (me)` });

  const conflict = page.getByRole('alert').filter({ hasText: 'This changed while you had it open' });
  await expect(conflict).toContainText('Couldn’t load this');
  await page.unrouteAll();
  await conflict.getByRole('button', { name: 'Try again' }).click();
  await expect(conflict).toContainText('Assignee: None → Kim Kaplan');
  await conflict.getByRole('button', { name: 'Use current value' }).click();
  await expect(conflict).toBeHidden();
  await expect(choice).toHaveValue(kim.id);
});

test('the figures stay dimmed with their own period if another period cannot be loaded', async ({ page }) => {
  await signInAsAdmin(page);
  const submitted = page.getByRole('link', { name: /^Applications: / });
  const href = await submitted.getAttribute('href');
  await aborting(page, 'query HomePeriod');
  await page.getByLabel('Period').selectOption('Last 12 months');

  await expect(page.getByRole('alert')).toContainText('The figures are for ');
  expect(await submitted.getAttribute('href')).toBe(href);
  await page.unrouteAll();
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(submitted).not.toHaveAttribute('href', href ?? '');
});

test('a time in a URL that the API would refuse is ignored', async ({ page }) => {
  await signInAsAdmin(page);
  for (const time of ['9999-12-31T23:59:59-14:00', '0001-01-01T00:00:00%2B14:00', '2026-99-01T00:00:00Z']) {
    await page.goto(`/admin/applications?createdFrom=${time}`);
    await expect(page.getByRole('table')).toBeVisible();
    await expect(page.getByRole('alert')).toBeHidden();
    await expect(page.getByRole('button', { name: /^Submitted since/ })).toBeHidden();
  }
  await page.goto('/admin/applications?createdFrom=2026-11-01T00:00'); // without a zone, it is in the reader's zone
  await expect(page.getByRole('button', { name: /^Submitted since/ })).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a hidden character in a search is named', async ({ page }) => {
  await signInAsAdmin(page, '/admin/applications?search=abc%E2%80%AEdef');

  await expect(page.getByRole('alert')).toContainText(
    'This contains a hidden character: U+202E (right-to-left override).',
  );
});

test('the URL of a missing object links to the list', async ({ page }) => {
  await signInAsAdmin(page, '/admin/applications/nonsense');
  await page.getByRole('link', { name: 'All applications' }).click();
  await page.waitForURL(/\/admin\/applications$/);
  await page.goto('/admin/partners/nonsense');
  await page.getByRole('link', { name: 'All partners' }).click();
  await page.waitForURL(/\/admin\/partners$/);
});
