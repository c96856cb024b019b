import type { Browser, BrowserContext } from '@playwright/test';
import type { Login } from './job.data.ts';

export type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Signs in with a browser of its own, and returns its cookies and stored values. */
export async function signedIn(browser: Browser, url: string, { email, password }: Login): Promise<State> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB' });
  try {
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation').first().waitFor();
    await page.waitForLoadState('networkidle');
    return await context.storageState();
  } finally {
    await context.close();
  }
}
