import { fillIn, send, uniqueAddress } from './application.form.ts';
import { expect, expectAccessible, test } from './browser.ts';

test('who applies learns what happens next, and the application is in the mailbox', async ({ page }) => {
  await page.goto('/apply');
  const email = await fillIn(page);
  await send(page);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you, Zoë Hart');
  await expect(page.getByText(email)).toBeVisible();
  await page.goto('/dev/mail');
  await expect(page.getByText(email).first()).toBeVisible();
});

test('what was typed survives a reload, until it is sent', async ({ page }) => {
  await page.goto('/apply');
  await fillIn(page);
  await page.reload();

  await expect(page.getByLabel('Company', { exact: true })).toHaveValue('Bright Solutions');
  await expect(page.getByLabel('What kind of partner')).toHaveValue('RESELLER');
  await send(page);
  await page.getByRole('link', { name: 'Send another application' }).click();
  await expect(page.getByLabel('Company', { exact: true })).toHaveValue('');
});

test('what is missing is said at its field, which gets the focus', async ({ page }) => {
  await page.goto('/apply');
  await send(page);

  await expect(page.getByLabel('Company', { exact: true })).toBeFocused();
  await expect(page.getByText('Required')).toHaveCount(7);
  await expectAccessible(page);
});

test('what the API says against a field stands at that field', async ({ page }) => {
  await page.goto('/apply');
  await fillIn(page, 'zoe@bright..example');
  await page.getByLabel('Website').fill('bright');
  await send(page);

  await expect(page.getByText('Must be an address that begins with http:// or https://')).toBeVisible();
  await expect(page.getByText('Must be an e-mail address')).toBeVisible();
  await expect(page.getByLabel('Website')).toBeFocused();
});

test('sent again after an answer that was lost, it arrives once', async ({ page }) => {
  await page.goto('/apply');
  const email = await fillIn(page);
  await page.route('**/graphql', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await send(page);
  await expect(page.getByRole('alert')).toContainText('Can’t connect');
  await page.unroute('**/graphql');
  await send(page);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you, Zoë Hart');
  await page.goto('/dev/mail');
  await expect(page.getByRole('row').filter({ hasText: email })).toHaveCount(1);
});

test('a limit says when to try again', async ({ page, request }) => {
  const email = uniqueAddress();
  const query =
    'mutation ($input: SubmitPartnerApplicationInput!) { submitPartnerApplication(input: $input) { applicationId } }';
  const input = {
    companyName: 'Bright',
    contactName: 'Zoë',
    contactEmail: email,
    partnershipType: 'REFERRAL',
    companySize: 'SIZE_1_10',
    industry: 'Software',
    motivation: 'Why not',
  };
  for (let sent = 0; sent < 5; sent++) await request.post('/graphql', { data: { query, variables: { input } } });

  await page.goto('/apply');
  await fillIn(page, email);
  await send(page);

  await expect(page.getByRole('alert')).toContainText(/You can try again at \d/);
});

test('in German, and with German messages', async ({ page }) => {
  await page.goto('/apply');
  await page.getByLabel('Language').selectOption('Deutsch');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Partner werden');
  await page.getByRole('button', { name: 'Bewerbung abschicken' }).click();
  await expect(page.getByText('Wird gebraucht')).toHaveCount(7);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});
