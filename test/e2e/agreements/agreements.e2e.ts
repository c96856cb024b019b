import { demoPdf } from '../../../src/dev/demo/files/demo.pdf.ts';
import { agreementWith, reseller } from '../api.ts';
import { expect, expectAccessible, signIn, signInAsAdmin, test } from '../browser.ts';

test('an owner agrees to the agreement, and then creates the first client', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await agreementWith(request, zoe.id, 'Reseller agreement');
  await signIn(page, zoe, '/partner/clients');
  await expect(page.getByText('Your company must agree to an agreement')).toBeVisible();
  await page.getByRole('button', { name: 'Add client' }).first().click();
  const form = page.getByRole('dialog', { name: 'Add client' });
  await form.getByLabel('Company').fill('Harbour Bakery');
  await form.getByLabel('Contact name').fill('Ole Berg');
  await form.getByLabel('Email address').fill('ole.berg@harbour.example');
  await form.getByLabel('Plan').fill('Starter');
  await form.getByRole('button', { name: 'Add client' }).click();
  await expect(form.getByRole('alert')).toContainText('Your company must agree to an agreement first');
  await form.getByRole('link', { name: 'Reseller agreement' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reseller agreement');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Agree' }).click();
  await expect(page.getByText('This field is required.')).toBeVisible();
  await page.getByLabel('Job title').fill('Managing Director');
  await page.getByRole('checkbox', { name: /I’ve read the agreement/ }).check();
  await page.getByRole('button', { name: 'Agree' }).click();
  await expect(page.getByText('Agreed to Reseller agreement.')).toBeVisible();
  await expect(page.getByText('Zoë Hart, Managing Director')).toBeVisible();
  await expect(page.getByText('Your company must agree to an agreement')).toBeHidden();
  await expectAccessible(page);

  await page.goto('/partner/clients');
  await page.getByRole('button', { name: 'Add client' }).first().click();
  await form.getByRole('button', { name: 'Add client' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour Bakery');
});

test('an admin publishes a version, and sees which partners have not agreed', async ({ page, request }) => {
  const { id } = await reseller(page, request, 'Quiet Consulting');
  await signInAsAdmin(page);
  await page.goto(`/admin/partners/${id}?tab=agreements`);
  await page.getByRole('button', { name: 'Negotiated agreement' }).click();
  const form = page.getByRole('dialog', { name: 'New agreement' });
  await form.getByLabel('Title').fill('Special terms');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'New agreement' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Special terms');

  await page.getByRole('button', { name: 'Publish version' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish version' });
  await dialog.getByRole('button', { name: 'Publish version' }).click();
  await expect(dialog.getByText('Upload the PDF first.')).toBeVisible();
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'terms.pdf',
    mimeType: 'application/pdf',
    buffer: demoPdf('Special terms', ['Between ReachGenie and Quiet Consulting.']),
  });
  await expect(dialog.getByText('terms.pdf')).toBeVisible();
  await expectAccessible(page);
  await expect(async () => {
    await dialog.getByRole('button', { name: 'Publish version' }).click();
    await expect(page.getByText('Version published.')).toBeVisible({ timeout: 1_000 });
  }).toPass();

  await expect(page.getByText('Version 1', { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: 'Partners' }).click();
  await expect(page.getByRole('row', { name: /Quiet Consulting/ })).toContainText('Not agreed');
  await expectAccessible(page);
});
