import type { Page } from '@playwright/test';

export const uniqueAddress = () => `zoe.${crypto.randomUUID()}@bright.example`;

/** Fills in the required fields. Returns the contact's address. */
export async function fillIn(page: Page, email = uniqueAddress()): Promise<string> {
  await page.getByLabel('Company', { exact: true }).fill('Bright Solutions');
  await page.getByLabel('Company size').selectOption('11–50 employees');
  await page.getByLabel('Industry').fill('Software');
  await page.getByLabel('Partnership type').selectOption('Reseller');
  await page.getByLabel('Name', { exact: true }).fill('Zoë Hart');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Motivation').fill('Our clients ask for exactly this.');
  return email;
}

export const send = (page: Page) => page.getByRole('button', { name: 'Submit application' }).click();
