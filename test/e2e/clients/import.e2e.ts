import { readFile } from 'node:fs/promises';
import { assignTier, clientOf, reseller } from '../api.ts';
import { expect, expectAccessible, signIn, test } from '../browser.ts';

const fileOf = (text: string) => ({ name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a file becomes clients, and rows with problems can be downloaded', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await assignTier(zoe, request, 'GOLD');
  await clientOf(zoe, request, 'Harbour Bakery');
  await signIn(page, zoe, '/partner/clients');
  await page.getByRole('link', { name: 'Import clients' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import clients');
  const rows = [
    'Firma;Ansprechpartner;E-Mail;Tarif',
    'Müller & Söhne;Jörg Müller;joerg@mueller.example;Growth',
    'Quay Books;Ada Quay;ada@quay.example;',
    'Harbour Bakery;Ole Berg;OLE.BERG@harbour.example;Starter',
    'Lime Garage;;lime.example;Starter',
    'Quay Books again;Ada Quay;ada+again@quay.example;Starter',
  ];
  await page.locator('input[type=file]').setInputFiles(fileOf(rows.join('\r\n')));

  await expect(page.getByText('clients.csv: 5 rows')).toBeVisible();
  await expect(page.getByLabel('Contact name')).toHaveValue('1');
  await expect(page.getByText('Example: joerg@mueller.example')).toBeVisible();
  await page.getByLabel('Plan for rows without one').fill('Starter');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Check rows' }).click();

  await expect(page.getByText('2 clients can be created')).toBeVisible();
  await expect(page.getByText('3 rows have problems and are skipped')).toBeVisible();
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('cell', { name, exact: true }) });
  await expect(row('4')).toContainText('You already have a client with this email address.');
  await expect(row('5')).toContainText('Contact name: Use 1 to 200 characters.');
  await expect(row('5')).toContainText('Email address: Enter a valid email address');
  await expect(row('6')).toContainText('Row 3 has the same email address.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create 2 clients' }).click();
  await expect(page.getByText('2 clients created')).toBeVisible();

  const downloaded = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download rows with problems' }).click();
  const file = await downloaded;
  expect(file.suggestedFilename()).toBe('rows-with-problems.csv');
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect(lines[0]).toBe('\ufeffFirma,Ansprechpartner,E-Mail,Tarif,Problem');
  expect(lines).toHaveLength(4);
  await page.getByRole('link', { name: 'Show clients' }).click();
  await expect(page.getByRole('link', { name: 'Müller & Söhne' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Quay Books' })).toBeVisible();
});

test('an import that broke off continues where it stopped', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await assignTier(zoe, request, 'GOLD');
  await signIn(page, zoe, '/partner/clients/import');
  const rows = Array.from({ length: 230 }, (_, index) => `Company ${index},Ada,ada@company-${index}.example,Basic`);
  await page.locator('input[type=file]').setInputFiles(fileOf(['Company,Contact,Email,Plan', ...rows].join('\n')));
  await page.getByRole('button', { name: 'Check rows' }).click();
  await expect(page.getByText('230 clients can be created')).toBeVisible();
  let calls = 0;
  await page.route('**/graphql', async (route) => {
    const isImport = route.request().postData()?.includes('importClientAccounts') === true;
    // The server has created the rows of the second call, but the answer is lost.
    if (isImport && ++calls === 2) {
      await route.fetch();
      await route.abort();
    } else await route.continue();
  });

  await page.getByRole('button', { name: 'Create 230 clients' }).click();

  await expect(page.getByRole('alert').first()).toContainText('100 of 230 rows are done.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('130 clients created')).toBeVisible();
  await expect(page.getByText('100 clients were already created by this import')).toBeVisible();
  await page.getByRole('link', { name: 'Show clients' }).click();
  await expect(page.getByText('230').first()).toBeVisible();
});

test('a file without clients is refused, and columns are needed', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await assignTier(zoe, request, 'GOLD');
  await signIn(page, zoe, '/partner/clients/import');
  await page.locator('input[type=file]').setInputFiles(fileOf('Company,Plan\n'));
  await expect(page.getByRole('alert')).toHaveText('This file has no rows below its headings.');

  await page.locator('input[type=file]').setInputFiles(fileOf('One,Two\nAcme,Ada\n'));
  await page.getByRole('button', { name: 'Check rows' }).click();

  await expect(page.getByText('Choose a column.')).toHaveCount(3);
  await expect(page.getByText('Choose a column for the plan, or enter one plan for all.')).toBeVisible();
});
