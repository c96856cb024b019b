import { applicationOf, applied, askApi, colleague, tokenOf } from '../api.ts';
import { uniqueAddress } from '../application.form.ts';
import { expect, expectAccessible, inGerman, signIn, test } from '../browser.ts';
import { ADMIN } from '../people.ts';

const ASSIGN = 'mutation ($id: ID!, $to: ID!) { assignPartnerApplication(id: $id, assigneeId: $to) { id } }';

test('another admin assigns an application, and the bell and the list follow without a reload', async ({
  page,
  request,
}) => {
  const email = uniqueAddress();
  const company = `Harbour ${email}`;
  await applied(request, email, company);
  const kim = await colleague(page, request, ['REVIEW']);
  const token = await tokenOf(request, ADMIN);
  const id = await applicationOf(request, email);
  const stream = page.waitForResponse('**/live');
  await signIn(page, kim, `/admin/applications/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(company);
  await stream;

  await askApi(request, ASSIGN, { id, to: kim.id }, token);

  const bell = page.getByRole('button', { name: /^Notifications/ });
  await expect(bell).toContainText('1 unread', { timeout: 15_000 });
  await expect(page.getByRole('combobox', { name: 'Assignee' })).toHaveValue(kim.id);
  await bell.click();
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  const news = panel.getByRole('link', { name: `Ada Admin assigned the application of ${company} to you` });
  await expect(news).toBeVisible();
  await expectAccessible(page);
  await news.click();
  await expect(page).toHaveURL(new RegExp(`/admin/applications/${id}`));
  await expect(panel).toBeHidden();
  await expect(bell).not.toContainText('unread');
});

test('a user chooses how to be told, and reads all at once in German', async ({ page, request }) => {
  const kim = await colleague(page, request, ['REVIEW']);
  const email = uniqueAddress();
  await applied(request, email, `Harbour ${email}`);
  await signIn(page, kim, '/admin/settings');
  const mention = page.getByRole('combobox', { name: 'By email: Someone mentions me' });
  await mention.selectOption('OFF');
  await expect(page.getByText('Notifications saved.')).toBeVisible();
  await page.reload();
  await expect(mention).toHaveValue('OFF');

  await inGerman(page);
  await page.getByRole('button', { name: /^Benachrichtigungen/ }).click();

  await expect(page.getByRole('dialog', { name: 'Benachrichtigungen' })).toContainText('Alles gelesen');
  await expectAccessible(page);
});
