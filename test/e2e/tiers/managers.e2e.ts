import { reseller } from '../api.ts';
import { expect, expectAccessible, inGerman, signIn, signInAsAdmin, test } from '../browser.ts';
import { ADMIN } from '../people.ts';

test('an admin assigns a manager, and the partner sees the name on the home page', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await signInAsAdmin(page, `/admin/partners/${zoe.id}`);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bright Solutions');
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Change the managers of Bright Solutions' });
  await dialog.getByLabel('Partner manager').selectOption({ label: `${ADMIN.name} (me)` });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByText('Managers of Bright Solutions saved.')).toBeVisible();
  await expect(page.getByRole('button', { name: `Change managers: ${ADMIN.name}` })).toBeVisible();
  await page.goto(`/admin/partners?search=${zoe.email}`);
  await expect(page.getByRole('row', { name: /Bright Solutions/ })).toContainText(ADMIN.name);

  await page.context().clearCookies();
  await signIn(page, zoe, '/partner');
  const card = page.getByRole('region', { name: 'Your contacts at ReachGenie' });
  await expect(card).toContainText(ADMIN.name);
  await expect(card.getByRole('link', { name: `Write to ${ADMIN.name}` })).toHaveAttribute(
    'href',
    `mailto:${ADMIN.email}`,
  );
  await expectAccessible(page);
  await inGerman(page);
  await expect(page.getByRole('region', { name: 'Ihre Ansprechpersonen bei ReachGenie' })).toContainText(
    'Ihr Partnermanager',
  );
});

test('an admin finds the own partners, and assigns managers to several', async ({ page, request }) => {
  const company = `Managed ${crypto.randomUUID().slice(0, 8)}`;
  await reseller(page, request, `${company} One`);
  await reseller(page, request, `${company} Two`);
  await signInAsAdmin(page, `/admin/partners?search=${encodeURIComponent(company)}`);

  await page.getByLabel('Select all on this page').check();
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Assign managers' }).click();
  const dialog = page.getByRole('dialog', { name: 'Assign managers to 2 partners' });
  await dialog.getByLabel('Partner manager').selectOption({ label: `${ADMIN.name} (me)` });
  await dialog.getByRole('button', { name: 'Assign managers' }).click();

  await expect(page.getByText('Changed the managers of 2 partners')).toBeVisible();
  await page.goto('/admin');
  const mine = page.getByRole('region', { name: 'My partners' });
  await mine.getByRole('link', { name: 'All my partners' }).click();
  await expect(page).toHaveURL(/manager=/);
  await expect(page.getByRole('link', { name: `${company} Two` })).toBeVisible();
});
