import type { APIRequestContext } from '@playwright/test';
import { applied, askApi } from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, expectAccessible, mailedLink, openMail, signInAsAdmin, test } from '../browser.ts';

/** Creates a withdrawn application and returns its private link. */
async function withdrawn(request: APIRequestContext, email: string, company: string): Promise<string> {
  const link = await applied(request, email, company);
  await askApi(request, 'mutation ($token: String!) { withdrawApplication(token: $token) { status } }', {
    token: new URL(link).hash.slice(1),
  });
  return link;
}

test('a withdrawn application is shown as withdrawn everywhere, and not as declined', async ({ page, request }) => {
  const company = `Ferry ${crypto.randomUUID()}`;
  const link = await withdrawn(request, uniqueAddress(), company);

  await page.goto(link);
  await expect(page.getByText('You’ve withdrawn this application.')).toBeVisible();
  await expect(page.getByText('Withdrawn', { exact: true })).toHaveCount(2);
  await expect(page.getByText('Declined')).toBeHidden();

  await signInAsAdmin(page, '/admin/applications');
  await page.getByRole('searchbox').fill(company);
  await page.waitForURL(/search=/);
  const row = page.getByRole('row').filter({ hasText: company });
  await expect(row.getByText('Withdrawn')).toBeVisible();
  await page.getByRole('button', { name: /^Declined [\d,]+$/ }).click();
  await expect(page.getByText(/^Nothing (matches|here)/)).toBeVisible();
  await page.getByRole('button', { name: /^Withdrawn [\d,]+$/ }).click();
  await page.getByRole('link', { name: company }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(company);
  await expect(page.getByText('Zoë Hart withdrew the application')).toBeVisible();
  await expect(page.getByText('Withdrawn', { exact: true }).first()).toBeVisible(); // possible duplicates follow
  await expect(page.getByText('changed the status to Declined')).toBeHidden();
});

test('the audit log shows the withdrawal, and names instead of IDs', async ({ page, request }) => {
  const company = `Mole ${crypto.randomUUID()}`;
  await withdrawn(request, uniqueAddress(), company);
  await signInAsAdmin(page, '/admin/applications');
  await page.getByRole('searchbox').fill(company);
  await page.waitForURL(/search=/);
  await page.getByRole('link', { name: company }).click();
  await page.getByRole('combobox', { name: 'Assignee' }).selectOption('Ada Admin (me)');
  await expect(page.getByRole('combobox', { name: 'Assignee' })).toBeEnabled();

  const event = page.getByRole('listitem').filter({ hasText: company });
  await page.goto('/admin/audit?action=APPLICATION_WITHDRAWN');
  await expect(event).toContainText('Zoë Hart withdrew the application');
  await expect(event).toContainText('Pending → Withdrawn');
  await page.goto('/admin/audit?action=application.assigned');
  await expect(event).toContainText(/Ada Admin assigned the application of .* to themselves/);
});

test('reopening an application shows its withdrawal, and the history keeps it', async ({ page, request }) => {
  const company = `Pier ${crypto.randomUUID()}`;
  const email = uniqueAddress();
  const link = await withdrawn(request, email, company);
  await signInAsAdmin(page, '/admin/applications');
  await page.getByRole('searchbox').fill(company);
  await page.waitForURL(/search=/);
  await page.getByRole('link', { name: company }).click();

  await page.getByRole('button', { name: 'Reopen application' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reopen application' });
  await expect(dialog).toContainText(/Zoë Hart withdrew this application on .*20\d\d/);
  await expectAccessible(page);
  await expect(dialog.getByText('We’re reviewing your application again')).toBeVisible();
  await dialog.getByRole('button', { name: 'Reopen application' }).click();

  await expect(page.getByText(`Review of ${company} started.`)).toBeVisible();
  await expect(page.getByText('Zoë Hart withdrew the application')).toBeVisible();
  await expect(page.getByText('Ada Admin reopened the application')).toBeVisible();
  await openMail(page, email, 'application.status_changed');
  await expect(page.locator('pre')).toContainText('You had withdrawn it');
  await page.goto(link);
  await expect(page.getByText('Withdrawn', { exact: true })).toHaveCount(1);
  await expect(page.getByText('In review', { exact: true })).toHaveCount(2);
  expect(await mailedLink(page, email, 'application.status_changed')).toContain('/status#');
});

test('a change of several applications skips a withdrawn one, and says why', async ({ page, request }) => {
  const group = crypto.randomUUID();
  await withdrawn(request, uniqueAddress(), `Gone ${group}`);
  await applied(request, uniqueAddress(), `Here ${group}`);
  await signInAsAdmin(page, '/admin/applications');
  await page.getByRole('searchbox').fill(group);
  await expect(page.getByRole('link', { name: group })).toHaveCount(2);
  await expect(page.getByLabel(/^Select .+ /)).toHaveCount(3);
  await page.getByLabel('Select all on this page').check();

  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Start review' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Start review' }).click();

  await expect(dialog).toContainText('1 of 2 changed.');
  await expect(dialog.getByRole('listitem').filter({ hasText: `Gone ${group}` })).toContainText(
    'The applicant withdrew this application.',
  );
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(
    page
      .getByRole('row')
      .filter({ hasText: `Gone ${group}` })
      .getByText('Withdrawn'),
  ).toBeVisible();
});
