import { askApi, tokenOf } from '../api.ts';
import { fillIn, send } from '../application.form.ts';
import { expect, mailedLink, test } from '../browser.ts';
import { ADMIN } from '../people.ts';

test('an applicant follows the application by the link in the email, and withdraws it', async ({ page, request }) => {
  await page.goto('/apply');
  const email = await fillIn(page);
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you, Zoë Hart');
  const link = await mailedLink(page, email, 'application.received');
  await review(email);

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bright Solutions');
  await expect(page.getByText('Our partner team is reviewing your application.')).toBeVisible();
  await expect(page.getByText('Which markets do you serve?')).toBeVisible();
  await page.getByRole('button', { name: 'Withdraw application' }).click();
  const dialog = page.getByRole('dialog', { name: 'Withdraw application' });
  await expect(dialog).toContainText('This can’t be undone, but you can apply again.');
  await dialog.getByRole('button', { name: 'Withdraw application' }).click();

  await expect(page.getByText('You’ve withdrawn this application.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Withdraw application' })).toBeHidden();
  await page.goto('/dev/mail');
  await expect(page.getByRole('row').filter({ hasText: email }).first()).toContainText('application.withdrawn');

  async function review(contact: string): Promise<void> {
    const admin = await tokenOf(request, ADMIN);
    const { partnerApplications } = await askApi<{ partnerApplications: { items: object[] } }>(
      request,
      'query ($search: String!) { partnerApplications(filter: { search: $search }) { items { id version } } }',
      { search: contact },
      admin,
    );
    await askApi(
      request,
      `mutation ($id: ID!, $version: Int!) {
        updatePartnerApplicationStatus(id: $id, status: REVIEWING, message: "Which markets do you serve?", expectedVersion: $version) { id }
      }`,
      partnerApplications.items[0],
      admin,
    );
  }
});

test('an incomplete link shows no application', async ({ page }) => {
  await page.goto('/apply');
  const email = await fillIn(page);
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you, Zoë Hart');
  const link = await mailedLink(page, email, 'application.received');

  await page.goto(link.slice(0, -1));

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link isn’t valid');
  await expect(page.getByText('Bright Solutions')).toBeHidden();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bright Solutions');
});
