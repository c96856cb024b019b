import { invited } from '../../api.ts';
import { expect, expectAccessible, signInAsAdmin, test, undoByKey } from '../../browser.ts';

test('the tier of selected partners changes by keys, and Undo gives it back', async ({ page, request }) => {
  const group = `Group ${crypto.randomUUID()}`;
  for (const number of [1, 2]) await invited(request, `${group} ${number}`);
  await signInAsAdmin(page, `/admin/partners?search=${encodeURIComponent(group).replaceAll('%20', '+')}`);
  await page.getByLabel('Select all on this page').check();

  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog', { name: 'Change the tier of 2 partners' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Gold' }).press('Enter');

  await expect(page.getByText('2 partners are now Gold')).toBeVisible();
  const gold = page.getByRole('row').filter({ hasText: 'Gold' });
  await expect(gold).toHaveCount(2);
  await undoByKey(page);
  await expect(gold).toHaveCount(0);
});

test('selected partners are deactivated after a question, and reactivated', async ({ page, request }) => {
  const company = `Group ${crypto.randomUUID()}`;
  await invited(request, company);
  await signInAsAdmin(page, `/admin/partners?search=${encodeURIComponent(company).replaceAll('%20', '+')}`);
  await page.getByLabel(`Select ${company}`).check();

  await page.keyboard.press('d');
  await page
    .getByRole('dialog', { name: `Deactivate ${company}` })
    .getByRole('button', { name: 'Deactivate partner' })
    .press('Enter');

  await expect(page.getByText('Deactivated 1 partner')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: company })).toContainText('Deactivated');
  await page.getByLabel(`Select ${company}`).check();
  await page.keyboard.press('r');
  await page
    .getByRole('dialog', { name: `Reactivate ${company}` })
    .getByRole('button', { name: 'Reactivate partner' })
    .press('Enter');
  await expect(page.getByRole('row').filter({ hasText: company })).toContainText('Active');
});

test('the panel of a partner has the actions of its row', async ({ page, request }) => {
  const company = `Group ${crypto.randomUUID()}`;
  const { id } = await invited(request, company);
  await signInAsAdmin(page, `/admin/partners?peek=${id}`);
  const peek = page.getByRole('complementary').filter({ hasText: company });

  await expect(peek.getByRole('button', { name: 'Change tier' })).toBeVisible();
  await page.keyboard.press('t');
  await page
    .getByRole('dialog', { name: `Change the tier of ${company}` })
    .getByRole('button', { name: 'Gold' })
    .click();

  await expect(peek).toContainText('Gold');
  await peek.getByRole('button', { name: 'Deactivate partner' }).click();
  await expect(page.getByRole('dialog', { name: `Deactivate ${company}` })).toBeVisible();
});
