import { expect, GREETING, signInAsAdmin, test } from '../browser.ts';
import { ADMIN } from '../people.ts';

test('a wrong password shows an error and does not sign in', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(ADMIN.email);
  await page.getByLabel('Password', { exact: true }).fill('wrong horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.getByRole('alert')).toContainText('Incorrect email address or password.');
  await page.goto('/admin');
  await page.waitForURL('**/sign-in?next=%2Fadmin');
});

test('a sign-in leads to the requested page, and a reload keeps the session', async ({ page }) => {
  await page.goto('/admin/applications?status=PENDING');
  await page.getByLabel('Email address').fill(ADMIN.email);
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await page.getByRole('button', { name: 'Sign in' }).click();

  await page.waitForURL('**/admin/applications?status=PENDING');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Applications');
});

test('a sign-in never leads to another site', async ({ page }) => {
  await page.goto('/sign-in?next=//evil.example');
  await page.getByLabel('Email address').fill(ADMIN.email);
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await page.getByRole('button', { name: 'Sign in' }).click();

  await page.waitForURL('**/admin');
});

test('no storage holds the access token', async ({ page }) => {
  await signInAsAdmin(page);

  const kept = await page.evaluate<string>(
    'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])',
  );
  expect(kept).not.toContain('eyJ');
});

test('an expiring access token is renewed in the background', async ({ page }) => {
  await page.clock.install();
  await signInAsAdmin(page);
  await page.clock.fastForward('14:45');
  const renewal = page.waitForRequest((request) => request.postData()?.includes('RefreshSession') === true);
  await page.getByRole('navigation').getByRole('link', { name: 'Applications' }).click();

  await renewal;
  await expect(page.getByText('0 to 0')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Applications');
});

test('two tabs that renew the session at the same time both keep it', async ({ context }) => {
  const first = await context.newPage();
  await first.goto(`${process.env['E2E_URL']}/sign-in`);
  await signInAsAdmin(first);
  const tabs = await Promise.all([1, 2, 3].map(() => context.newPage()));
  await Promise.all(tabs.map((tab) => tab.goto('/admin/applications')));

  for (const tab of tabs) await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Applications');
});

test('signing out in one tab signs out all tabs', async ({ context }) => {
  const first = await context.newPage();
  await signInAsAdmin(first);
  const second = await context.newPage();
  await second.goto('/admin');
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(GREETING);
  await first.getByRole('button', { name: 'Account of Ada Admin' }).click();
  await first.getByRole('menuitem', { name: 'Sign out' }).click();

  await first.waitForURL('**/sign-in');
  await second.waitForURL('**/sign-in');
});
