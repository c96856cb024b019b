import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { ADMIN } from './people.ts';

/**
 * Refused responses and missing files, which tests cause on purpose. Also Playwright's own script, which the frame of
 * the mailbox blocks like any other.
 */
const HARMLESS =
  /^Failed to load resource|^Blocked script execution in 'about:srcdoc'|A file of this page could not be loaded/;

/**
 * A page of the product. The test fails if scripts report errors on it or on a page that it opens, including policy
 * violations.
 */
export const test = base.extend({
  page: async ({ page, context }, use) => {
    const complaints: string[] = [];
    context.on('weberror', (failure) => complaints.push(failure.error().message));
    context.on('console', (message) => {
      const isTrouble = message.type() === 'error' && !HARMLESS.test(message.text());
      if (isTrouble) complaints.push(message.text());
    });
    await use(page);
    // A page that still loads may have asked for more.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    expect(complaints).toEqual([]);
  },
});

export { expect };

/** Title of the home pages. */
export const GREETING = /^Good (morning|afternoon|evening), /;

interface Credentials {
  email: string;
  password: string;
}

export async function signIn(page: Page, { email, password }: Credentials, next = '/'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(next);
}

export const signInAsAdmin = (page: Page, next = '/admin'): Promise<void> => signIn(page, ADMIN, next);

/** Chooses German in the menu of the signed-in user, for their account: not that of ADMIN, which other tests share. */
export async function inGerman(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
}

/** Includes experimental rules of axe, such as a label that differs from the visible text. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'experimental'];

/** Checks WCAG 2.2 AA and the best practices of axe, in both color schemes. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    const { violations } = await new AxeBuilder({ page })
      .options({ runOnly: RULES, resultTypes: ['violations'] })
      .setLegacyMode()
      .analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect.soft(found, `${colorScheme} ${page.url()}`).toEqual([]);
  }
}

/** Opens the newest email of a template to a recipient. */
export async function openMail(page: Page, recipient: string, template: string): Promise<void> {
  await page.goto('/dev/mail');
  await page.getByRole('row').filter({ hasText: recipient }).getByRole('link', { name: template }).first().click();
}

/** Returns the link in the newest email of a template to a recipient. */
export async function mailedLink(page: Page, recipient: string, template: string): Promise<string> {
  await openMail(page, recipient, template);
  const text = await page.locator('pre').innerText();
  const [link = ''] = /http:\/\/\S+/.exec(text) ?? [];
  return link;
}

/** Presses Z as a person does: the dialog is gone, and the message offers to undo. */
export async function undoByKey(page: Page): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.keyboard.press('z');
}
