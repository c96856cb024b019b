import type { Locator } from '@playwright/test';
import { applicationOf, applied, clientOf, colleague, reseller } from '../../api.ts';
import { uniqueAddress } from '../../application.form.ts';
import { expect, expectAccessible, inGerman, signIn, signInAsAdmin, test } from '../../browser.ts';

/** Its script may still load. */
const ready = (palette: Locator) => expect(palette.getByRole('combobox')).toBeFocused();

test('an admin opens an application by half its name, with the keyboard alone', async ({ page, request }) => {
  const email = uniqueAddress();
  await applied(request, email, 'Größenwahn Reisen');
  const id = await applicationOf(request, email);
  await signInAsAdmin(page);
  await expect(page.getByRole('button', { name: 'Search' })).toBeVisible();

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search' });
  const field = palette.getByRole('combobox', { name: 'Search' });
  await expect(field).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('grosse');

  const option = palette.getByRole('option', { name: 'Größenwahn Reisen' }).first();
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(option.locator('mark')).toHaveText('Größe');
  await expect(field).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '');
  await expectAccessible(page);
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(new RegExp(`/admin/applications/${id}`));
  await expect(palette).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('group', { name: 'Recent' }).getByRole('option').first()).toContainText('Größenwahn');
});

test('commands: pages, language and colors, also without what the API finds', async ({ page, request }) => {
  const kim = await colleague(page, request);
  await signIn(page, kim, '/admin');
  const search = page.getByRole('button', { name: 'Search' });
  await search.click();
  const palette = page.getByRole('dialog');
  await ready(palette);

  await page.keyboard.type('>partners');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(search).toBeFocused();

  await page.keyboard.press('Control+k');
  await ready(palette);
  await page.keyboard.type('>partners');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin\/partners$/);

  await page.keyboard.press('Control+k');
  await ready(palette);
  await page.keyboard.type('deutsch');
  await palette.getByRole('option', { name: /Deutsch/ }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.keyboard.press('Control+k');
  await ready(palette);
  await page.keyboard.type('>dunklen');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('a reseller finds clients and own pages only', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const other = await reseller(page, request, 'Zephyr Works');
  const id = await clientOf(zoe, request, 'Zephyr Bakery');
  await clientOf(other, request, 'Zephyr Elsewhere');
  await signIn(page, zoe, '/partner');
  await inGerman(page);

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Suchen' });
  await ready(palette);
  await page.keyboard.type('zephyr');

  await expect(palette.getByRole('option', { name: /Zephyr/ })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/partner/clients/${id}`));
});
