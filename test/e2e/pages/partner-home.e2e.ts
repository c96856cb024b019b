import { applied, askApi, clientOf, member, reseller, tokenOf } from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, expectAccessible, mailedLink, signIn, test } from '../browser.ts';
import { ADMIN } from '../people.ts';

test('first steps tick themselves from facts', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await signIn(page, zoe, '/partner');
  const steps = page.getByRole('region', { name: 'First steps' });
  await expect(steps).toContainText('0 of 6');
  await page.getByRole('button', { name: 'Skip tour' }).click();

  await clientOf(zoe, request, 'Harbour Bakery');
  await member(await page.context().newPage(), request, zoe, 'MEMBER');
  await page.reload();

  await expect(steps).toContainText('2 of 6');
  await expect(steps).toContainText('Done: Invite your team, Add your first client');
  await steps.getByRole('link', { name: 'Open: Open a client’s account' }).click();
  await page.waitForURL('**/partner/clients');
});

test('a new owner sees the tour once, by keyboard', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await signIn(page, zoe, '/partner');
  const tour = page.getByRole('region', { name: 'Your day starts here' });
  await expect(tour).toContainText('1 of 5');
  await expectAccessible(page);

  await tour.getByRole('button', { name: 'Next' }).press('Enter');
  const second = page.getByRole('region', { name: 'All your clients' });
  await expect(second.getByRole('button', { name: 'Next' })).toBeFocused();
  await second.getByRole('button', { name: 'Back' }).press('Enter');
  await expect(tour).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tour).toBeHidden();
  await page.reload();
  await expect(page.getByRole('region', { name: 'First steps' })).toBeVisible();
  await expect(tour).toBeHidden();
  await page.getByRole('button', { name: 'Show the tour' }).click();
  await expect(tour).toBeVisible();
});

test('a suspended client needs attention, and C adds another one', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const id = await clientOf(zoe, request, 'Harbour Bakery');
  const suspend = `mutation ($id: ID!) {
    updateClientSubscription(id: $id, input: { subscriptionStatus: SUSPENDED }, expectedVersion: 1) { id }
  }`;
  await askApi(request, suspend, { id }, zoe.token);
  await signIn(page, zoe, '/partner');

  const needy = page.getByRole('region', { name: 'Clients that need you' });
  await expect(needy.getByRole('listitem')).toContainText('Subscription suspended');
  await expect(page.getByRole('region', { name: 'Latest activity' })).toContainText('Harbour Bakery');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: 'Add client' })).toBeVisible();
  await page.keyboard.press('Escape');
  await needy.getByRole('link', { name: 'Harbour Bakery' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Harbour Bakery');
});

test('a referral partner has a home of its own', async ({ page, request }) => {
  const email = uniqueAddress();
  await applied(request, email, 'Windrose Media', 'REFERRAL');
  const admin = await tokenOf(request, ADMIN);
  const search = 'query ($search: String!) { partnerApplications(filter: { search: $search }) { items { id } } }';
  const { partnerApplications } = await askApi<{ partnerApplications: { items: { id: string }[] } }>(
    request,
    search,
    { search: email },
    admin,
  );
  const approve = `mutation ($id: ID!) {
    updatePartnerApplicationStatus(id: $id, status: APPROVED, expectedVersion: 1) { id }
  }`;
  await askApi(request, approve, { id: partnerApplications.items[0]?.id }, admin);
  await page.goto(await mailedLink(page, email, 'user.invited'));
  await page.getByLabel('Your name').fill('Fenna Bakker');
  await page.getByLabel('New password').fill('a few easy words');
  await page.getByRole('button', { name: 'Accept invitation' }).click();

  await expect(page.getByRole('region', { name: 'Your partnership' })).toContainText('Referral partner, since');
  const brings = page.getByRole('region', { name: 'Silver brings you' });
  await expect(brings).toContainText('10%, for 12 months');
  await expect(brings).not.toContainText('Client management');
  await expect(page.getByRole('region', { name: 'First steps' })).toContainText('0 of 3');
  await expect(page.getByRole('region', { name: 'Clients that need you' })).toBeHidden();
  await expect(page.getByRole('region', { name: 'Your day starts here' })).toBeHidden();
  await expectAccessible(page);
});
