import { applied } from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, mailedLink, signInAsAdmin, test } from '../browser.ts';

test('an admin finds an application, adds a note and decides, and the applicant gets an email', async ({
  page,
  request,
}) => {
  const email = uniqueAddress();
  const company = `Harbour ${email}`;
  await applied(request, email, company);

  await signInAsAdmin(page, '/admin/applications');
  await page.getByRole('searchbox').fill(email);
  await page.waitForURL(/search=/);
  await page.getByRole('link', { name: company }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(company);

  await page.getByLabel('Internal note').fill('Met them in Hamburg.');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByText('Note by Ada Admin')).toBeVisible();
  await expect(page.getByText('Met them in Hamburg.')).toBeVisible();
  await expect(page.getByLabel('Internal note')).toHaveValue('');

  await page.getByRole('button', { name: 'Start review' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start review' }).click();
  await expect(page.getByText(`Review of ${company} started.`)).toBeVisible();
  await page.getByRole('button', { name: 'Approve' }).click();
  const dialog = page.getByRole('dialog', { name: 'Approve' });
  await expect(dialog).toContainText('This can’t be undone.');
  await dialog.getByLabel('Message to the applicant').fill('Welcome aboard!');
  await dialog.getByRole('button', { name: 'Approve' }).click();

  await expect(page.getByText(`${company} is now a partner.`)).toBeVisible();
  await expect(page.getByText('This application was approved.')).toBeVisible();
  await page.getByRole('link', { name: 'Open partner account' }).click();
  await page.waitForURL('**/admin/partners/*');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(company);
  await mailedLink(page, email, 'application.status_changed');
  await expect(page.locator('pre')).toContainText('Welcome aboard!');
  await expect(page.locator('pre')).not.toContainText('Hamburg');
});

test('the URL contains the filters of the list, and another admin can open it', async ({ page, request }) => {
  const company = `Quay ${crypto.randomUUID()}`;
  await applied(request, uniqueAddress(), company);
  await signInAsAdmin(page, '/admin/applications');
  await page.getByRole('searchbox').fill(company);
  await page.getByRole('button', { name: /^Declined [\d,]+$/ }).click();

  await expect(page.getByText(/^Nothing (matches|here)/)).toBeVisible();
  await page.getByRole('button', { name: /^Pending [\d,]+$/ }).click();
  await expect(page.getByRole('link', { name: company })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: company })).toBeVisible();
  await expect(page.locator('nav [aria-current]').filter({ hasText: /^Pending/ })).toBeVisible();
});
