import { invited } from '../api.ts';
import { expect, GREETING, mailedLink, openMail, test } from '../browser.ts';

test('an invited user sets a password, creates the first client, and changes its subscription', async ({
  page: mailbox,
  request,
}) => {
  const { email } = await invited(request, 'Bright Solutions');

  await openMail(mailbox, email, 'user.invited');
  const opened = mailbox.waitForEvent('popup');
  await mailbox.frameLocator('iframe').getByRole('link', { name: 'Accept invitation' }).click();
  const page = await opened;
  await expect(page).toHaveURL(/\/invitation$/);
  await page.getByLabel('Your name').fill('Zoë Hart');
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Accept invitation' }).click();
  await expect(page.getByText('Use 12 to 128 characters.')).toBeVisible();
  await page.getByLabel('New password').fill('a few easy words');
  await page.getByRole('button', { name: 'Accept invitation' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(GREETING);

  await page.getByRole('link', { name: 'All clients' }).click();
  await expect(page.getByText('No clients yet')).toBeVisible();
  await page.getByRole('button', { name: 'Add client' }).first().click();
  const form = page.getByRole('dialog', { name: 'Add client' });
  await expect(form.getByLabel('Company')).toBeFocused();
  await form.getByLabel('Company').fill('Harbour Bakery');
  await form.getByLabel('Contact name').fill('Ole Berg');
  await form.getByLabel('Email address').fill('ole.berg@harbour.example');
  await form.getByLabel('Plan').fill('Starter');
  await form.getByRole('button', { name: 'Add client' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour Bakery');

  await page.getByRole('button', { name: 'Suspend' }).click();
  const confirmation = page.getByRole('dialog', { name: 'Suspend' });
  await expect(confirmation).toContainText('Harbour Bakery can’t use the product until you reactivate');
  await confirmation.getByRole('button', { name: 'Cancel' }).click();
  await expect(confirmation).toBeHidden();
  await expect(page.getByRole('button', { name: 'Access account' })).toBeVisible();
  await page.getByRole('button', { name: 'Suspend' }).click();
  await confirmation.getByRole('button', { name: 'Suspend' }).click();

  await expect(page.getByText('Suspended', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Access account' })).toBeHidden();
  await page.getByRole('link', { name: 'Activity' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'suspended the client Harbour Bakery' })).toContainText(
    'Zoë Hart',
  );
});

test('an invitation works only once', async ({ page, context, request }) => {
  const { email } = await invited(request, 'Bright Solutions');
  const link = await mailedLink(page, email, 'user.invited');
  await accept();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(GREETING);
  await context.clearCookies();

  await accept();

  await expect(page.getByRole('alert')).toContainText('This invitation is no longer valid');

  async function accept(): Promise<void> {
    await page.goto(link);
    await page.getByLabel('Your name').fill('Zoë Hart');
    await page.getByLabel('New password').fill('a few easy words');
    await page.getByRole('button', { name: 'Accept invitation' }).click();
  }
});
