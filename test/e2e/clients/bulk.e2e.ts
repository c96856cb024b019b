import { askApi, assignTier, clientOf, reseller } from '../api.ts';
import { expect, expectAccessible, signIn, test, undoByKey } from '../browser.ts';

const CANCEL = `mutation ($id: ID!) {
  updateClientSubscription(id: $id, input: { subscriptionStatus: CANCELED }) { id }
}`;

test('selected clients are suspended by keys, and Undo reactivates them', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await assignTier(zoe, request, 'GOLD');
  for (const name of ['Harbour Bakery', 'Lime Garage', 'Quay Books']) await clientOf(zoe, request, name);
  await signIn(page, zoe, '/partner/clients');
  await page.getByLabel('Select Harbour Bakery').check();
  await page.getByLabel('Select Lime Garage').check();

  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Suspend 2 subscriptions' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Suspend subscription' }).press('Enter');

  await expect(page.getByText('Suspended 2 subscriptions')).toBeVisible();
  const suspended = page.getByRole('row').filter({ hasText: 'Suspended' });
  await expect(suspended).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Selection' })).toHaveCount(0);
  await undoByKey(page);
  await expect(suspended).toHaveCount(0);
});

test('a client that cannot be suspended any more stays selected, with the reason', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await assignTier(zoe, request, 'GOLD');
  await clientOf(zoe, request, 'Harbour Bakery');
  const gone = await clientOf(zoe, request, 'Lime Garage');
  await signIn(page, zoe, '/partner/clients');
  await page.getByLabel('Select all on this page').check();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Suspend 2 subscriptions' });
  await expect(dialog).toBeVisible();
  await askApi(request, CANCEL, { id: gone }, zoe.token);

  await dialog.getByRole('button', { name: 'Suspend subscription' }).click();

  const outcome = page.getByRole('dialog', { name: 'Suspend subscription' });
  await expect(outcome).toContainText('1 of 2 changed.');
  await expect(outcome.getByRole('listitem').first()).toContainText('Lime Garage');
  await outcome.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('1 selected');
});
