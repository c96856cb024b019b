import type { APIRequestContext, Page } from '@playwright/test';
import { applicationOf, applied, colleague, invited, reseller } from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, expectAccessible, inGerman, mailedLink, signIn, signInAsAdmin, test } from '../browser.ts';
import { ADMIN } from '../people.ts';

const WORDS = 'Met them in Hamburg.';
const RESTORED = 'Draft restored';

const note = (page: Page) => page.getByLabel('Internal note');
const message = (page: Page) => page.getByRole('dialog').getByLabel('Message to the applicant');

/** Returns the address of a new application. */
async function application(request: APIRequestContext, companyName = 'Harbour Consulting'): Promise<string> {
  const email = uniqueAddress();
  await applied(request, email, companyName);
  return `/admin/applications/${await applicationOf(request, email)}`;
}

test('a note follows its user to another browser, until it is added', async ({ page, request, browser }) => {
  const address = await application(request);
  const kim = await colleague(page, request, ['REVIEW']);
  await signIn(page, kim, address);
  const kept = page.waitForResponse((response) => response.request().postData()?.includes('KeepDraft') === true);
  await note(page).fill(WORDS);
  await kept;

  const elsewhere = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await signIn(elsewhere, kim, address);
  await expect(note(elsewhere)).toHaveValue(WORDS);
  const forgotten = elsewhere.waitForResponse(
    (response) => response.request().postData()?.includes('ForgetDraft') === true,
  );
  await elsewhere.getByRole('button', { name: 'Add note' }).click();
  await forgotten;
  await elsewhere.reload();

  await expect(elsewhere.getByText(WORDS)).toBeVisible();
  await expect(note(elsewhere)).toHaveValue('');
  await elsewhere.context().close();
});

test('the message of a decision survives Escape for this decision only, until it is discarded', async ({
  page,
  request,
}) => {
  await signInAsAdmin(page, await application(request));
  await page.getByRole('button', { name: 'Decline' }).click();
  await message(page).fill(WORDS);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(message(page)).toHaveValue('');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Decline' }).click();
  await expect(message(page)).toHaveValue(WORDS);
  await expect(page.getByText(RESTORED)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Discard draft' }).click();

  await expect(message(page)).toHaveValue('');
  await expect(page.getByText(RESTORED)).toBeHidden();
});

test('the draft of a note stays with its application across navigation and a reload', async ({ page, request }) => {
  const company = `Quay ${crypto.randomUUID()}`;
  const first = await application(request, company);
  await application(request, company);
  await signInAsAdmin(page, `${first}?search=${encodeURIComponent(company)}`);
  await note(page).fill(WORDS);
  await page.getByRole('link', { name: 'Previous' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(first));
  await expect(note(page)).toHaveValue('');
  await page.getByRole('link', { name: 'Next' }).click();
  await page.waitForURL(`**${first}*`);
  await expect(note(page)).toHaveValue(WORDS);
  await page.reload();
  await expect(note(page)).toHaveValue(WORDS);

  await page.getByRole('button', { name: 'Add note' }).click();

  await expect(page.getByText('Note by Ada Admin')).toBeVisible();
  await page.reload();
  await expect(note(page)).toHaveValue('');
});

test('the draft of a client survives closing the dialog and changing the page, until it is created', async ({
  page,
  request,
}) => {
  await signIn(page, await reseller(page, request, 'Bright Solutions'), '/partner/clients');
  const form = page.getByRole('dialog', { name: 'Add client' });
  await page.getByRole('button', { name: 'Add client' }).first().click();
  await form.getByLabel('Company').fill('Harbour Bakery');
  await form.getByLabel('Contact name').fill('Ole Berg');
  await page.mouse.click(10, 400);
  await expect(form).toBeHidden();
  await page.getByRole('link', { name: 'Activity' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Clients', exact: true }).click();
  await page.getByRole('button', { name: 'Add client' }).first().click();
  await expect(form.getByLabel('Company')).toHaveValue('Harbour Bakery');
  await form.getByLabel('Email address').fill('ole.berg@harbour.example');
  await form.getByLabel('Plan').fill('Starter');
  await form.getByRole('button', { name: 'Add client' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour Bakery');

  await page.getByRole('navigation').getByRole('link', { name: 'Clients', exact: true }).click();
  await page.getByRole('button', { name: 'Add client' }).first().click();

  await expect(form.getByLabel('Company')).toHaveValue('');
});

test('drafts survive a change of language', async ({ page, request }) => {
  const kim = await colleague(page, request);
  await signIn(page, kim, await application(request));
  await note(page).fill(WORDS);

  await inGerman(page);

  await expect(page.getByLabel('Interne Notiz')).toHaveValue(WORDS);
});

test('drafts survive an ended session, and no other user sees them', async ({ page, context, request }) => {
  const path = await application(request);
  const kim = await colleague(page, request);
  await signInAsAdmin(page, path);
  await note(page).fill(WORDS);
  await context.clearCookies();
  await page.reload();
  await page.waitForURL(/sign-in/);
  await signInAsAdmin(page, path);
  await expect(note(page)).toHaveValue(WORDS);
  await context.clearCookies();
  await page.reload();
  await page.waitForURL(/sign-in/);

  await signIn(page, kim, path);

  await expect(note(page)).toHaveValue('');
  expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).not.toContain(WORDS);
});

test('signing out asks before it deletes drafts', async ({ page, request }) => {
  const path = await application(request);
  await signInAsAdmin(page, path);
  await note(page).fill(WORDS);
  await page.getByRole('button', { name: `Account of ${ADMIN.name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign out and discard drafts?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(note(page)).toHaveValue(WORDS);
  await page.getByRole('button', { name: `Account of ${ADMIN.name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await dialog.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');

  await signInAsAdmin(page, path);

  await expect(note(page)).toHaveValue('');
});

test('closing the tab asks only if a draft would be lost', async ({ page, request }) => {
  const path = await application(request);
  await signInAsAdmin(page, path);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await note(page).click();
  await page.reload();
  expect(asked).toEqual([]);

  await note(page).fill(WORDS);
  await page.reload();

  expect(asked).toEqual(['beforeunload']);
});

test('passwords are never stored', async ({ page, request }) => {
  const { email } = await invited(request, 'Bright Solutions');
  const link = await mailedLink(page, email, 'user.invited');
  await page.goto(link);
  await page.getByLabel('Your name').fill('Zoë Hart');
  await page.getByLabel('New password').fill('a secret that nobody keeps');

  const kept = await page.evaluate<string>('JSON.stringify([sessionStorage, localStorage])');

  expect(kept).toContain('Zoë Hart');
  expect(kept).not.toContain('a secret');
});
