import { askApi, clientOf, reseller } from '../api.ts';
import { expect, expectAccessible, signIn, signInAsAdmin, test } from '../browser.ts';

const SUSPEND = `mutation ($id: ID!) { updateClientSubscription(id: $id, input: { subscriptionStatus: SUSPENDED }) { id } }`;

test('a reseller reads who did what, and goes to the client', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const client = await clientOf(zoe, request, 'Harbour Bakery');
  await askApi(request, SUSPEND, { id: client }, zoe.token);
  await signIn(page, zoe, '/partner/activity');

  const row = page.getByRole('listitem').filter({ hasText: 'suspended the client Harbour Bakery' });
  await expect(row).toContainText('Active → Suspended');
  await row.getByRole('link', { name: 'Harbour Bakery' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour Bakery');
});

test('filters are in the address, and Back undoes them one by one', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await clientOf(zoe, request, 'Harbour Bakery');
  await signIn(page, zoe, '/partner/activity');
  const added = page.getByText('added the client Harbour Bakery');
  await expect(added).toBeVisible();

  await page.getByRole('navigation', { name: 'Kinds of activity' }).getByRole('button', { name: 'People' }).click();
  await expect(added).toBeHidden();
  await expect(page).toHaveURL(/status=people/);
  await page.keyboard.press('/');
  await page.keyboard.type('harbor nobody');
  await expect(page.getByText('No activity matches these filters')).toBeVisible();

  await page.goBack();
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('');
  await page.goBack();
  await expect(added).toBeVisible();
});

test('chips filter by several actions, a person and days, by keyboard', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const client = await clientOf(zoe, request, 'Harbour Bakery');
  await askApi(request, SUSPEND, { id: client }, zoe.token);
  await signIn(page, zoe, '/partner/activity');
  const added = page.getByText('added the client Harbour Bakery');
  const suspended = page.getByText('suspended the client Harbour Bakery');
  const add = async (filter: string) => {
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    const item = page.getByRole('menuitem', { name: filter });
    await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter');
    // A closing menu gives the focus back, and a fast key goes with it.
    await expect(async () => {
      await item.press('Enter', { timeout: 2_000 });
      await expect(item).toBeHidden({ timeout: 2_000 });
    }).toPass();
  };

  await add('What');
  await page.getByLabel('Find').fill('client');
  await page.getByRole('checkbox', { name: 'Created a client' }).press('Space');
  await expect(suspended).toBeHidden();
  await expect(added).toBeVisible();
  await page.getByLabel('Find').fill('subscription');
  await page.getByRole('checkbox', { name: 'Changed a subscription' }).press('Space');
  await expect(suspended).toBeVisible();
  await page.keyboard.press('Escape');
  await add('Who');
  await page.getByRole('checkbox', { name: 'Zoë Hart' }).press('Space');
  await page.keyboard.press('Escape');
  await add('When');
  await page.getByRole('button', { name: 'Last 7 days' }).press('Enter');
  await expect(page).toHaveURL(/what=.+~.+&|what=.+%7E/);
  await expect(page).toHaveURL(/who=.+since=/);
  await page.keyboard.press('Escape');
  await expect(suspended).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Clear', exact: true }).press('Enter');
  await expect(page).not.toHaveURL(/who|what|since/);
});

test('an admin finds who suspended a client by its name', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const name = `Bäckerei ${Date.now()}`;
  await askApi(request, SUSPEND, { id: await clientOf(zoe, request, name) }, zoe.token);
  await signInAsAdmin(page, '/admin/audit');

  await page.getByRole('searchbox', { name: 'Search' }).fill(name.replace('ä', 'a').toUpperCase());

  const row = page.getByRole('listitem').filter({ hasText: `suspended the client ${name}` });
  await expect(row).toContainText('Active → Suspended');
  await row.getByRole('button', { name: 'Details' }).click();
  await expect(row).toContainText('IP address');
});
