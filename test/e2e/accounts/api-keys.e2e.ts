import type { Page } from '@playwright/test';
import { askApi, reseller } from '../api.ts';
import { expect, expectAccessible, signIn, signInAsAdmin, test } from '../browser.ts';

const secretOn = async (page: Page): Promise<string> => {
  const secret = await page.getByTestId('secret').innerText();
  await page.getByRole('button', { name: 'I’ve saved the key' }).click();
  await expect(page.getByTestId('secret')).toBeHidden();
  return secret;
};

const choose = async (page: Page, key: string, deed: string): Promise<void> => {
  await page
    .getByRole('button', { name: `Actions for ${key}` })
    .last()
    .click();
  await page.getByRole('menuitem', { name: deed }).click();
};

test('a partner creates a read-only key, replaces it, and revokes it', async ({ page, request }) => {
  const company = `Harbour ${crypto.randomUUID()}`;
  const partner = await reseller(page, request, company);
  await signIn(page, partner, '/partner');
  await page.getByRole('link', { name: 'API keys' }).click();
  await page.getByRole('button', { name: 'Create API key' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create API key' });
  await dialog.getByLabel('Name').fill('Nightly report');
  await dialog.getByRole('button', { name: 'Create API key' }).click();
  await expect(dialog).toContainText('Choose at least one.');
  await dialog.getByRole('checkbox', { name: 'Read' }).check();
  await dialog.getByLabel('Allowed addresses').fill('127.0.0.0/8\n\n ::1\n203.0.113.300');
  await dialog.getByRole('button', { name: 'Create API key' }).click();
  await expect(dialog).toContainText('203.0.113.300: Enter an IP address or range');
  await expectAccessible(page);
  await dialog.getByLabel('Allowed addresses').fill('127.0.0.0/8\n::1');
  await dialog.getByRole('button', { name: 'Create API key' }).click();
  const secret = await secretOn(page);

  const row = page.getByRole('row', { name: /Nightly report/ });
  await expect(row).toContainText('Read');
  await expect(row).toContainText('2 addresses or ranges');
  const companyBy = (key: string) =>
    askApi<{ viewer: { partnerAccount: { companyName: string } } }>(
      request,
      '{ viewer { partnerAccount { companyName } } }',
      {},
      key,
    );
  expect((await companyBy(secret)).viewer.partnerAccount.companyName).toBe(company);

  await choose(page, 'Nightly report', 'Rotate API key');
  const rotating = page.getByRole('dialog', { name: 'Rotate API key' });
  await rotating.getByLabel('Current key expires').selectOption('In 3 days');
  await rotating.getByRole('button', { name: 'Rotate API key' }).click();
  const next = await secretOn(page);
  expect(next).not.toBe(secret);
  for (const key of [secret, next]) await companyBy(key);
  await expect(row).toHaveCount(2);
  await expect(row.last()).toContainText('Replaced');

  await choose(page, 'Nightly report', 'View usage');
  const usage = page.getByRole('dialog', { name: 'Usage of Nightly report' });
  await expect(usage.getByRole('row', { name: /127\.0\.0\.1/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await choose(page, 'Nightly report', 'Revoke API key');
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke API key' }).click();
  await expect(page.getByText('API key revoked.')).toBeVisible();
  await expect(row).toHaveCount(1);
  await expect(companyBy(secret)).rejects.toThrow('Your session has ended.');
  await companyBy(next);
});

test('an admin creates a key for reviews, and must set an expiry', async ({ page, request }) => {
  const name = `Review ${crypto.randomUUID()}`;
  await signInAsAdmin(page, '/admin');
  await page.getByRole('link', { name: 'API keys' }).click();
  await page.getByRole('button', { name: 'Create API key' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create API key' });
  await dialog.getByLabel('Name').fill(name);
  await expect(dialog.getByRole('checkbox', { name: 'Clients' })).toHaveCount(0);
  await dialog.getByRole('checkbox', { name: 'Read' }).check();
  await dialog.getByRole('checkbox', { name: 'Review' }).check();
  await dialog.getByRole('button', { name: 'Create API key' }).click();
  await expect(dialog).toContainText('Choose a date within a year.');
  const inMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await dialog.getByLabel('Expires').fill(inMonth);
  await dialog.getByRole('button', { name: 'Create API key' }).click();
  const secret = await secretOn(page);

  const { viewer } = await askApi<{ viewer: { role: string } }>(request, '{ viewer { role } }', {}, secret);
  expect(viewer.role).toBe('ADMIN');
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('Ada Admin');
});
