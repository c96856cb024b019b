import type { Page } from '@playwright/test';
import { codeNow } from '../../support/totp.ts';
import { reseller } from '../api.ts';
import { expect, signIn, test } from '../browser.ts';
import { ADMIN } from '../people.ts';
import { startProduct } from '../product.setup.ts';

interface SetUp {
  secret: string;
  recoveryCodes: string[];
}

/** Sets up the factor in the dialogs, and returns the recovery codes on the page. */
async function setUpFactor(page: Page): Promise<SetUp> {
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
  const secret = await page.getByTestId('secret').innerText();
  await page.getByLabel('Code from the app').fill('000000');
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByText('Incorrect code. Check it and try again.')).toBeVisible();
  await page.getByLabel('Code from the app').fill(codeNow(secret));
  await page.getByRole('button', { name: 'Turn on' }).click();
  const codes = page.getByTestId('recovery-codes').locator('code');
  await expect(codes).toHaveCount(10);
  const recoveryCodes = await codes.allInnerTexts();
  await page.getByRole('button', { name: 'I’ve saved the codes' }).click();
  return { secret, recoveryCodes };
}

async function submitPassword(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function submitCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Authentication code').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const signOut = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: `Account of ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
};

test('a partner sets up an authenticator app, and signs in with a code of the app or a recovery code', async ({
  page,
  request,
}) => {
  const partner = await reseller(page, request, 'Bright Solutions');
  await signIn(page, partner, '/partner');
  await page.getByRole('button', { name: 'Account of Zoë Hart' }).click();
  await page.getByRole('menuitem', { name: 'My settings' }).click();
  await page.getByRole('button', { name: 'Set up authenticator app' }).click();
  const { secret, recoveryCodes } = await setUpFactor(page);
  await expect(page.getByText('On since')).toBeVisible();
  await expect(page.getByText('10 recovery codes left')).toBeVisible();

  await signOut(page, 'Zoë Hart');
  await submitPassword(page, partner);
  await expect(page.getByLabel('Authentication code')).toBeFocused();
  await submitCode(page, '000000');
  await expect(page.getByRole('alert')).toContainText('This code isn’t valid');
  await submitCode(page, codeNow(secret, 1));
  await page.waitForURL('**/partner');

  await signOut(page, 'Zoë Hart');
  await submitPassword(page, partner);
  await submitCode(page, recoveryCodes[0] ?? '');
  await page.waitForURL('**/partner');

  await page.goto('/partner/settings');
  await expect(page.getByText('9 recovery codes left')).toBeVisible();
});

test('a change that needs a recent sign-in asks for a confirmation, and then continues', async ({ page, request }) => {
  const partner = await reseller(page, request, 'Bright Solutions');
  await signIn(page, partner, '/partner/settings');
  // The API's response ten minutes later, without the wait.
  const answer = {
    data: null,
    errors: [{ message: 'Confirm.', extensions: { code: 'FORBIDDEN', reason: 'RECENT_SIGN_IN_REQUIRED' } }],
  };
  let isRefused = false;
  await page.route('**/graphql', async (route) => {
    const isStart = route.request().postData()?.includes('startSecondFactor') === true;
    if (!isStart || isRefused) return route.continue();
    isRefused = true;
    return route.fulfill({ json: answer });
  });
  await page.getByRole('button', { name: 'Set up authenticator app' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();

  const dialog = page.getByRole('dialog', { name: 'Confirm your identity' });
  await dialog.getByLabel('Password', { exact: true }).fill('wrong');
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog.getByText('Incorrect password. Check it and try again.')).toBeVisible();
  await dialog.getByLabel('Password', { exact: true }).fill(partner.password);
  await dialog.getByRole('button', { name: 'Confirm' }).click();

  await expect(dialog).toBeHidden();
  await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
});

test('a user changes the password: a weak one is refused with the reason, and other devices are signed out', async ({
  page,
  request,
  browser,
}) => {
  const partner = await reseller(page, request, 'Bright Solutions');
  await signIn(page, partner, '/partner/settings');
  const other = await browser.newPage({ baseURL: process.env['E2E_URL'] ?? '' });
  await signIn(other, partner, '/partner');
  await page.getByLabel('Current password').fill(partner.password);
  await page.getByLabel('New password').fill('Password1234');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This password is too easy to guess.')).toBeVisible();
  await page.getByLabel('New password').fill('Bright Solutions forever');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Don’t use your email address')).toBeVisible();
  await page.getByLabel('New password').fill('plain tea at noon');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Password changed.')).toBeVisible();

  await other.getByRole('navigation').getByRole('link', { name: 'Team' }).click();
  await expect(other.getByRole('dialog', { name: 'Sign in again' })).toBeVisible();
  await other.close();
});

test('a user sees the signed-in devices, and signs one out', async ({ page, request, browser }) => {
  const partner = await reseller(page, request, 'Bright Solutions');
  const other = await browser.newPage({ baseURL: process.env['E2E_URL'] ?? '' });
  await signIn(other, partner, '/partner');
  await signIn(page, partner, '/partner/settings');
  const devices = page.getByRole('region', { name: 'Devices' });
  await expect(devices.getByText('This device')).toHaveCount(1);
  await expect(devices.getByText(/Chrome|Chromium/).first()).toBeVisible();
  await devices.getByRole('button', { name: 'Sign out other devices' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out other devices' }).click();
  await expect(page.getByText('All other devices signed out.')).toBeVisible();
  await expect(devices.getByRole('listitem')).toHaveCount(1);

  await other.reload();
  await other.waitForURL('**/sign-in?**');
  await other.close();
});

test('an admin without the required second factor must set it up first', async ({ page }) => {
  const { url, stop } = await startProduct({
    DEMO_DATA: 'false',
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    ADMIN_NAME: ADMIN.name,
    ADMIN_SECOND_FACTOR: 'required',
  });
  try {
    await page.goto(`${url}/sign-in?next=/admin/applications`);
    await submitPassword(page, ADMIN);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up two-factor authentication');
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await setUpFactor(page);

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Applications');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Applications');
  } finally {
    await stop();
  }
});
