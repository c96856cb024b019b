import { clientOf, reseller } from '../api.ts';
import { expect, expectAccessible, signIn, test } from '../browser.ts';

test('J and K walk through the list that a client was opened from, and the crumb leads back to it', async ({
  page,
  request,
}) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  for (const name of ['Bakery Harbour', 'Mill Harbour', 'Quarry']) await clientOf(zoe, request, name);
  await signIn(page, zoe, '/partner/clients?search=harbour&sortBy=companyName&sortOrder=ASC');
  const title = page.getByRole('heading', { level: 1 });
  const place = page.getByRole('navigation', { name: 'List navigation' });
  await page.getByRole('link', { name: 'Bakery Harbour' }).click();
  await expect(title).toHaveText('Bakery Harbour');
  await expect(place.getByText('1 of 2')).toBeVisible();
  await page.getByRole('tab', { name: 'Activity' }).click();
  await page.reload();
  await expect(place.getByText('1 of 2')).toBeVisible();

  await page.keyboard.press('j');
  await expect(title).toHaveText('Mill Harbour');
  await expect(place.getByText('2 of 2')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Activity' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('k');
  await expect(title).toHaveText('Bakery Harbour');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Clients', exact: true }).last().click();

  await expect(page.getByRole('link', { name: 'Mill Harbour' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Quarry' })).toHaveCount(0);
  await expect(page).toHaveURL(/search=harbour/);
});

test('E edits a client and P changes its plan, on its page and beside the list', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const id = await clientOf(zoe, request, 'Bakery Harbour');
  for (const path of [`/partner/clients/${id}`, `/partner/clients?peek=${id}`]) {
    if (path.includes('peek')) await page.goto(path);
    else await signIn(page, zoe, path);
    await expect(page.getByRole('button', { name: 'Edit client' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Access account' })).toBeVisible();

    await page.keyboard.press('e');
    await expect(page.getByRole('dialog', { name: 'Edit client' }).getByLabel('Company')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Edit client' })).toBeHidden();
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog', { name: 'Change plan' });
    await expect(dialog.getByLabel('Plan')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(path.includes('peek') ? 'Platinum' : 'Growth');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText(path.includes('peek') ? 'Platinum' : 'Growth').first()).toBeVisible();
  }
});
