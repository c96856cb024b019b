import { fillIn, send, uniqueAddress } from '../application.form.ts';
import { expect, expectAccessible, test } from '../browser.ts';

test('an applicant learns what happens next, and gets an email', async ({ page }) => {
  await page.goto('/apply');
  const email = await fillIn(page);
  await send(page);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you, Zoë Hart');
  await expect(page.getByText(email)).toBeVisible();
  await page.goto('/dev/mail');
  await expect(page.getByText(email).first()).toBeVisible();
});

test('email addresses from a Japanese keyboard and from a contact list are accepted', async ({ page }) => {
  const email = uniqueAddress();
  for (const typed of [email.replace('@', '＠').replace('.example', '。example'), ` <${email}>`]) {
    await page.goto('/apply');
    await fillIn(page, typed);
    await send(page);

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you, Zoë Hart');
  }
  await page.goto('/dev/mail');
  await expect(page.getByRole('row').filter({ hasText: email })).toHaveCount(2);
});

test('a draft survives a reload until it is submitted', async ({ page }) => {
  await page.goto('/apply');
  await fillIn(page);
  await page.reload();

  await expect(page.getByLabel('Company', { exact: true })).toHaveValue('Bright Solutions');
  await expect(page.getByLabel('Partnership type')).toHaveValue('RESELLER');
  await send(page);
  await page.getByRole('link', { name: 'Submit another application' }).click();
  await expect(page.getByLabel('Company', { exact: true })).toHaveValue('');
});

test('a missing field shows an error and gets the focus', async ({ page }) => {
  await page.goto('/apply');
  await send(page);

  await expect(page.getByLabel('Company', { exact: true })).toBeFocused();
  await expect(page.getByText('This field is required.')).toHaveCount(7);
  await expectAccessible(page);
});

test('an error of the API is shown at its field', async ({ page }) => {
  await page.goto('/apply');
  await fillIn(page, 'zoe@bright..example');
  await page.getByLabel('Website').fill('bright');
  await send(page);

  await expect(page.getByText('Enter a web address, such as www.example.com.')).toBeVisible();
  await expect(page.getByText('Enter a valid email address, such as name@example.com.')).toBeVisible();
  await expect(page.getByLabel('Website')).toBeFocused();
});

test('pasted text is accepted as it looks', async ({ page }) => {
  await page.goto('/apply');
  await fillIn(page);
  await page.getByLabel('Company', { exact: true }).fill('\u2068Bright\u000bSolutions\u2069\t');
  await page.getByLabel('Website').fill(' www.Example.com. ');
  await send(page);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you, Zoë Hart');
});

test('a deceptive hidden character is named at its field', async ({ page }) => {
  await page.goto('/apply');
  await fillIn(page);
  await page.getByLabel('Company', { exact: true }).fill('Bright \u202esnoituloS');
  await page.getByLabel('Industry').fill('\u3164\u200b');
  await send(page);
  await expect(page.getByText('This field is required.')).toHaveCount(1);
  await page.getByLabel('Industry').fill('Software');
  await send(page);

  await expect(page.getByText('This contains a hidden character: U+202E (right-to-left override).')).toBeVisible();
  await expect(page.getByLabel('Company', { exact: true })).toBeFocused();
});

test('an application that is sent again after a lost response arrives once', async ({ page }) => {
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

test('a rate limit shows when to try again', async ({ page, request }) => {
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

test('the form and its messages are in German', async ({ page }) => {
  await page.goto('/apply');
  await page.getByLabel('Language').selectOption('Deutsch');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Partner werden');
  await page.getByRole('button', { name: 'Bewerbung absenden' }).click();
  await expect(page.getByText('Bitte füllen Sie dieses Feld aus.')).toHaveCount(7);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('a hidden character has a German name', async ({ page }) => {
  await page.goto('/apply');
  await fillIn(page);
  await page.getByLabel('Company', { exact: true }).fill('Bright \u202esnoituloS');
  await page.getByLabel('Language').selectOption('Deutsch');
  await page.getByRole('button', { name: 'Bewerbung absenden' }).click();

  await expect(page.getByText('ein unsichtbares Zeichen: U+202E (umgekehrte Schreibrichtung).')).toBeVisible();
});
