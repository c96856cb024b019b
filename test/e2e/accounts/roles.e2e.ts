import { applicationOf, applied, clientOf, colleague, member, reseller } from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, expectAccessible, signIn, signInAsAdmin, test } from '../browser.ts';

test('an admin with the role Partners manages partners, and cannot change applications', async ({ page, request }) => {
  const email = uniqueAddress();
  await applied(request, email, 'Harbour Consulting');
  const zoe = await reseller(page, request, 'Bright Solutions');
  const kim = await colleague(page, request, ['PARTNERS']);

  await signIn(page, kim, `/admin/applications/${await applicationOf(request, email)}`);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour Consulting');
  await expect(page.getByText('Unassigned')).toBeVisible();
  await expect(page.getByRole('button', { name: /Approve|Decline|Start review|Add note/ })).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Assignee' })).toHaveCount(0);
  await page.goto('/admin/applications');
  await expect(page.getByRole('link', { name: 'Harbour Consulting' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export CSV' })).toHaveCount(0);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await page.goto('/admin/team');
  await expect(page.getByRole('row').filter({ hasText: kim.email })).toContainText('Partners');
  await expect(page.getByRole('button', { name: 'Invite admin' })).toHaveCount(0);
  await page.goto(`/admin/partners/${zoe.id}`);
  await page.getByRole('region', { name: 'Settings' }).getByLabel('Tier').selectOption('GOLD');
  await expect(page.getByRole('region', { name: 'Settings' }).getByLabel('Tier')).toHaveValue('GOLD');
  await expectAccessible(page);
});

test('an admin with the role Reviewer sees a partner’s settings, and cannot change them', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const kim = await colleague(page, request, ['REVIEW']);

  await signIn(page, kim, `/admin/partners/${zoe.id}`);

  await expect(page.getByText('Silver').first()).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Tier' })).toHaveCount(0);
  await expect(page.getByRole('switch')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Deactivate' })).toHaveCount(0);
});

test('an admin with full access changes the roles of another admin, effective immediately', async ({
  page,
  request,
  browser,
}) => {
  const email = uniqueAddress();
  await applied(request, email, 'Harbour Consulting');
  const id = await applicationOf(request, email);
  const kim = await colleague(page, request, ['FINANCE']);
  const other = await browser.newPage();
  await signIn(other, kim, `/admin/applications/${id}`);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Harbour Consulting');
  await expect(other.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  await signInAsAdmin(page, '/admin/team?limit=100');
  await page
    .getByRole('row')
    .filter({ hasText: kim.email })
    .getByRole('button', { name: 'Actions for Kim Kaplan' })
    .click();
  await page.getByRole('menuitem', { name: 'Change roles' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change roles of Kim Kaplan' });
  await dialog.getByLabel('Finance').uncheck();
  await dialog.getByRole('button', { name: 'Change roles' }).click();
  await expect(dialog.getByText('Choose at least one role.')).toBeVisible();
  await dialog.getByLabel('Reviewer').check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Change roles' }).click();

  await expect(page.getByText('Roles of Kim Kaplan changed.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: kim.email })).toContainText('Reviewer');
  // The next request is refused, and the refreshed session knows the new roles.
  const refreshed = other.waitForResponse((answer) => answer.request().postData()?.includes('RefreshSession') === true);
  await other.getByRole('link', { name: 'Partners', exact: true }).click();
  await refreshed;
  await other.goBack();
  await expect(other.getByRole('button', { name: 'Approve' })).toBeVisible();
  await page.goto('/admin/audit');
  await expect(page.getByText('Finance → Reviewer').first()).toBeVisible();
});

test('a read-only user of a partner sees clients, and cannot change them', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const client = await clientOf(zoe, request, 'Harbour Bakery');
  const max = await member(page, request, zoe, 'READ_ONLY');

  await signIn(page, max, '/partner/clients');

  await expect(page.getByRole('link', { name: 'Harbour Bakery' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add client' })).toHaveCount(0);
  await expect(page.getByRole('navigation').getByRole('link', { name: /Team|API keys/ })).toHaveCount(0);
  await page.goto(`/partner/clients/${client}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour Bakery');
  await expect(page.getByRole('button', { name: /Edit|Access account|Change plan|Suspend|Cancel/ })).toHaveCount(0);
  await expectAccessible(page);
});

test('an owner invites a member with a role, and changes the role', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const email = uniqueAddress();

  await signIn(page, zoe, '/partner/members');
  await page.getByRole('button', { name: 'Invite member' }).click();
  const invitation = page.getByRole('dialog', { name: 'Invite member' });
  await invitation.getByLabel('Name').fill('Max Moor');
  await invitation.getByLabel('Email address').fill(email);
  await invitation.getByLabel('Billing', { exact: true }).check();
  await expectAccessible(page);
  await invitation.getByRole('button', { name: 'Invite member' }).click();
  const row = page.getByRole('row').filter({ hasText: email });
  await expect(row).toContainText('Billing');
  await page.getByRole('button', { name: 'Actions for Max Moor' }).click();
  await page.getByRole('menuitem', { name: 'Change role' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change role of Max Moor' });
  await dialog.getByLabel('Read-only', { exact: true }).check();
  await dialog.getByRole('button', { name: 'Change role' }).click();

  await expect(page.getByText('Role of Max Moor changed.')).toBeVisible();
  await expect(row).toContainText('Read-only');
  await page.goto('/partner/activity');
  await expect(page.getByText('Billing → Read-only')).toBeVisible();
});
