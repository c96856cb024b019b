import { applicationOf, applied, reseller } from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, mailedLink, openMail, signIn, signInAsAdmin, test } from '../browser.ts';
import { ADMIN } from '../people.ts';

test('a partner gets a second partnership, and both see it', async ({ page, request, browser }) => {
  const company = `Harbour ${crypto.randomUUID()}`;
  const zoe = await reseller(page, request, company);
  await applied(request, zoe.email, company, 'REFERRAL');

  await signInAsAdmin(page, `/admin/applications/${await applicationOf(request, zoe.email)}`);
  await page.getByRole('button', { name: 'Approve' }).click();
  const dialog = page.getByRole('dialog', { name: 'Approve' });
  await expect(dialog).toContainText('Your new partnership with ReachGenie');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('link', { name: 'Open partner account' }).click();
  await page.waitForURL(`**/admin/partners/${zoe.id}`);
  await page.getByRole('tab', { name: 'Application' }).click();
  for (const type of ['Reseller', 'Referral']) {
    await expect(page.getByRole('link', { name: new RegExp(`^${type}.*, since `) })).toBeVisible();
  }

  const context = await browser.newContext();
  const portal = await context.newPage();
  await signIn(portal, zoe, '/partner/account');
  for (const type of ['Reseller', 'Referral']) {
    await expect(portal.getByText(new RegExp(`^${type}.*, since `))).toBeVisible();
  }
  await context.close();
});

test('an admin invites another owner if the contact belongs to another account', async ({ page, request }) => {
  const company = `Pier ${crypto.randomUUID()}`;
  const owner = uniqueAddress();
  await applied(request, ADMIN.email, company, 'TECHNOLOGY');
  await signInAsAdmin(page, '/admin/applications');
  await page.getByRole('searchbox').fill(company);
  await page.waitForURL(/search=/);
  await page.getByRole('link', { name: company }).click();
  await page.getByRole('button', { name: 'Approve' }).click();
  const dialog = page.getByRole('dialog', { name: 'Approve' });
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await dialog.getByRole('button', { name: 'Invite someone else as owner' }).click();

  await dialog.getByLabel('Owner’s name').fill('Olga Own');
  await dialog.getByLabel('Owner’s email').fill(ADMIN.email);
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expect(dialog.getByText('This email address already belongs to an account.')).toBeVisible();
  await dialog.getByLabel('Owner’s email').fill(owner);
  await dialog.getByRole('button', { name: 'Approve' }).click();

  await expect(page.getByText(`${company} is now a partner.`)).toBeVisible();
  await page.getByRole('link', { name: 'Open partner account' }).click();
  await expect(page.getByText(owner)).toBeVisible();
  expect(await mailedLink(page, owner, 'user.invited')).toContain('/invitation#');
  await openMail(page, ADMIN.email, 'application.status_changed');
  await expect(page.locator('pre')).toContainText('the person who will own your partner account');
});
