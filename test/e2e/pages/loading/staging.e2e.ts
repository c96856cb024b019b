import { expect, test } from '../../browser.ts';

// The server marks the pages of staging: test/security/requests/staging.test.ts. Here, the browser does.
const TEXTS = {
  'en-GB': 'Staging: a test environment. Data may be deleted, and email only goes to test addresses.',
  'de-DE': 'Staging: eine Testumgebung. Daten können gelöscht werden, und E-Mails gehen nur an Testadressen.',
};

for (const [locale, text] of Object.entries(TEXTS)) {
  test.describe(locale, () => {
    test.use({ locale });

    for (const path of ['/', '/apply', '/sign-in', '/nowhere']) {
      test(`${path} shows a banner in staging only`, async ({ page }) => {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await expect(page.getByText(text)).toBeHidden();

        await page.route(path, async (route) => {
          const response = await route.fetch();
          const html = (await response.text()).replace('<head>', '<head><meta name="deployment" content="staging" />');
          await route.fulfill({ response, body: html });
        });
        await page.goto(path);

        await expect(page.getByText(text)).toBeVisible();
      });
    }
  });
}
