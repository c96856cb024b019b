import { clientOf, reseller } from '../api.ts';
import { expect, expectAccessible, signIn, test } from '../browser.ts';

test('an owner plans the onboarding, and a new client has its steps to check', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await signIn(page, zoe, '/partner');
  await page.getByRole('button', { name: 'Skip tour' }).click();
  await page.getByRole('link', { name: 'Plan: Plan your onboarding' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Onboarding plan');

  const step = (place: number) => page.getByRole('group', { name: `step ${place}` });
  for (const [index, [title, days]] of [
    ['Train their team', '30'],
    ['Kick-off call', '366'],
  ].entries()) {
    await page.getByRole('button', { name: 'Add step' }).click();
    await step(index + 1)
      .getByRole('textbox', { name: 'Step' })
      .fill(title ?? '');
    await step(index + 1)
      .getByLabel('Due after (days)')
      .fill(days ?? '');
  }
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(step(2)).toContainText('Use 0 to 365 days.');
  await step(2).getByLabel('Due after (days)').fill('0');
  await page.getByRole('button', { name: 'Move Kick-off call up' }).click();
  await expect(step(1).getByRole('textbox', { name: 'Step' })).toHaveValue('Kick-off call');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Plan saved. New clients get these steps.')).toBeVisible();
  await step(1).getByRole('textbox', { name: 'Step' }).fill('First call');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Plan saved. New clients get these steps.')).toHaveCount(2);

  await page.getByRole('link', { name: 'Clients', exact: true }).click();
  await page.getByRole('button', { name: 'Add client' }).first().click();
  const form = page.getByRole('dialog', { name: 'Add client' });
  await form.getByLabel('Company').fill('Harbour Bakery');
  await form.getByLabel('Contact name').fill('Ole Berg');
  await form.getByLabel('Email address').fill('ole.berg@harbour.example');
  await form.getByLabel('Plan').fill('Starter');
  await form.getByRole('button', { name: 'Add client' }).click();
  const card = page.getByRole('region', { name: 'Onboarding' });
  // The worker copies the steps, and the page hears of it.
  await expect(card.getByRole('checkbox')).toHaveCount(2);

  await card.getByRole('checkbox', { name: 'First call' }).check();
  await expect(card.getByRole('listitem').filter({ hasText: 'First call' })).toContainText('Done');
  await expect(card.getByRole('checkbox', { name: 'Train their team' })).not.toBeChecked();
  await expectAccessible(page);
  await card.getByRole('checkbox', { name: 'First call' }).uncheck();
  await expect(card.getByRole('listitem').filter({ hasText: 'First call' })).toContainText('Due');

  await page.getByRole('tab', { name: 'Activity' }).click();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'reopened “First call” for Harbour Bakery' }),
  ).toBeVisible();
});

test('a client from before the plan leads to it', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const id = await clientOf(zoe, request, 'Harbour Bakery');
  await signIn(page, zoe, `/partner/clients/${id}`);

  const card = page.getByRole('region', { name: 'Onboarding' });
  await expect(card).toContainText('Access the account for the first time');
  await card.getByRole('link', { name: 'Onboarding plan' }).click();

  await expect(page.getByText('No steps yet.')).toBeVisible();
});

test('the text of a plan survives a reload, and someone else’s save is a conflict', async ({
  page,
  request,
  browser,
}) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await signIn(page, zoe, '/partner/onboarding');
  await page.getByRole('button', { name: 'Add step' }).click();
  await page.getByRole('textbox', { name: 'Step' }).fill('Call');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Plan saved. New clients get these steps.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Step' }).fill('Call and write');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Step' })).toHaveValue('Call and write');

  const context = await browser.newContext({ baseURL: process.env['E2E_URL'] ?? '' });
  const other = await context.newPage();
  await signIn(other, zoe, '/partner/onboarding');
  await other.getByRole('textbox', { name: 'Step' }).fill('Write');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('Plan saved. New clients get these steps.')).toBeVisible();
  await context.close();
  await page.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByRole('alert')).toContainText('Saved the onboarding plan');
  await expect(page.getByRole('textbox', { name: 'Step' })).toHaveValue('Call and write');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Plan saved. New clients get these steps.')).toBeVisible();
});
