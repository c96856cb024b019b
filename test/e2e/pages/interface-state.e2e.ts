import { clientOf, reseller } from '../api.ts';
import { expect, signIn, test } from '../browser.ts';

test('chosen columns and the seen tour follow a user to another device', async ({ page, browser, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await signIn(page, zoe, '/partner');
  await page.getByRole('button', { name: 'Skip tour' }).click();
  await clientOf(zoe, request, 'Harbour Bakery');
  await page.goto('/partner/clients');
  const contact = page.getByRole('columnheader', { name: 'Contact name' });
  await expect(contact).toBeVisible();
  await page.getByRole('button', { name: 'Columns' }).click();
  const kept = page.waitForResponse((response) => (response.request().postData() ?? '').includes('KeepInterfaceState'));
  await page.getByRole('checkbox', { name: 'Contact name' }).click(); // its state follows the list
  await kept;
  await expect(contact).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Subscription' })).toBeVisible();
  await expect(contact).toHaveCount(0);

  const other = await browser.newContext();
  const phone = await other.newPage();
  await signIn(phone, zoe, '/partner/clients');
  await expect(phone.getByRole('columnheader', { name: 'Subscription' })).toBeVisible();
  await expect(phone.getByRole('columnheader', { name: 'Contact name' })).toHaveCount(0);
  await phone.goto('/partner');
  await expect(phone.getByRole('region', { name: 'First steps' })).toBeVisible();
  await expect(phone.getByRole('region', { name: 'Your day starts here' })).toHaveCount(0);
  await other.close();
});
