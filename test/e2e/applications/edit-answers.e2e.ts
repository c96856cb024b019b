import { applicationOf, applied, askApi, tokenOf } from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, expectAccessible, signInAsAdmin, test } from '../browser.ts';
import { ADMIN } from '../people.ts';

const UPDATE = `mutation ($id: ID!, $input: UpdatePartnerApplicationInput!) {
  updatePartnerApplication(id: $id, input: $input) { version }
}`;

test('an admin corrects answers by key, and the history shows what changed', async ({ page, request }) => {
  const email = uniqueAddress();
  await applied(request, email, 'Bright Solutions');
  await signInAsAdmin(page, `/admin/applications/${await applicationOf(request, email)}`);
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible();

  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Edit the application of Bright Solutions' });
  await expect(dialog.getByLabel('Company')).toBeFocused();
  await dialog.getByLabel('Industry').fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Industry')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Industry').fill('Boats');
  await expectAccessible(page);
  await page.keyboard.press('Enter');

  await expect(dialog).toBeHidden();
  await expect(page.getByText('Ada Admin changed Industry')).toBeVisible();
  await page.getByText('Show values').click();
  await expect(page.getByText('→ Boats')).toBeVisible();
  await page.getByText('Edits 1').click();
  await expect(page.getByText('submitted the application')).toBeHidden();
  await expectAccessible(page);
});

test('two admins who edit at once see the change of the other, and keep their own', async ({ page, request }) => {
  const email = uniqueAddress();
  await applied(request, email, 'Bright Solutions');
  const id = await applicationOf(request, email);
  await signInAsAdmin(page, `/admin/applications/${id}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Industry').fill('Boats');

  await askApi(
    request,
    UPDATE,
    { id, input: { companyName: 'Brighter', industry: 'Trains' } },
    await tokenOf(request, ADMIN),
  );
  await dialog.getByRole('button', { name: 'Save' }).click();

  await expect(dialog.getByText('Current value: Trains')).toBeVisible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Brighter');
  await expect(page.getByText('Boats', { exact: true }).first()).toBeVisible();
});
