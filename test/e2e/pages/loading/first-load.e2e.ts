import type { Page, Request } from '@playwright/test';
import { expect, signInAsAdmin, test } from '../../browser.ts';

/** The product's default. If requests kept their places, the server would answer no more. */
const REQUESTS_AT_ONCE = 64;

/** Returns the scripts, styles and fonts that a first visit of a page loads. */
async function filesOf(page: Page, path: string): Promise<string[]> {
  const files: string[] = [];
  page.on('request', (request) => {
    if (['script', 'stylesheet', 'font'].includes(request.resourceType())) files.push(new URL(request.url()).pathname);
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return files;
}

for (const path of ['/', '/apply', '/sign-in', '/password-reset', '/status#token']) {
  test(`a first visit of ${path} asks for 8 files at the most`, async ({ page }) => {
    const files = await filesOf(page, path);

    expect(files.length, files.join(' ')).toBeGreaterThan(3);
    expect(files.length, files.join(' ')).toBeLessThanOrEqual(8);
  });
}

test('a first visit of an admin page requests at most 12 files, each once', async ({ page, browser }) => {
  await signInAsAdmin(page);
  const state = await page.context().storageState();
  const context = await browser.newContext({ storageState: state, baseURL: process.env['E2E_URL'] ?? '' });
  const files = await filesOf(await context.newPage(), '/admin/applications');
  await context.close();

  expect(files.length, files.join(' ')).toBeLessThanOrEqual(12);
  expect(new Set(files).size).toBe(files.length);
  expect(files.join(' ')).toContain('admin.pages');
});

test('the server preloads the files of a page', async ({ request }) => {
  const linksOf = async (path: string, language: string) => {
    const response = await request.get(path, { headers: { accept: 'text/html', 'accept-language': language } });
    return response.headers()['link'] ?? '';
  };

  expect(await linksOf('/apply', 'de-AT,de;q=0.9,en;q=0.8')).toMatch(
    /^<\/assets\/de-[^>]+\.js>; rel=modulepreload; crossorigin$/,
  );
  expect(await linksOf('/', 'fr')).toContain('/assets/en-');
  expect(await linksOf('/admin/team?page=2', 'en')).toContain('/assets/admin.pages-');
  expect(await linksOf('/administration', 'en')).not.toContain('/assets/admin.pages-');
  expect(await linksOf('/partner', 'en')).toContain('/assets/partner.pages-');
});

test('a session is renewed once, before the scripts have loaded', async ({ page, context }) => {
  await signInAsAdmin(page);
  let renewals = 0;
  const isRenewal = (request: Request) => request.postData()?.includes('refreshSession') === true;
  page.on('request', (request) => (renewals += isRenewal(request) ? 1 : 0));
  const renewed = Promise.withResolvers<void>();
  await context.route('**/assets/base-*.js', async (route) => {
    await renewed.promise;
    await route.continue();
  });
  const answer = page.waitForResponse((response) => isRenewal(response.request()));
  await page.goto('/admin/team', { waitUntil: 'commit' });
  expect((await answer).ok()).toBe(true);
  renewed.resolve();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Admins');
  expect(renewals).toBe(1);
});

test('only the scripts of the page itself may be inside of it', async ({ request }) => {
  const response = await request.get('/apply', { headers: { accept: 'text/html' } });

  expect(response.headers()['content-security-policy']).toMatch(/script-src 'self' 'sha256-[\w+/]{43}=';/);
});

test('pages and missing files are served any number of times', async ({ request }) => {
  const statusOf = async (path: string) => (await request.get(path, { headers: { accept: 'text/html' } })).status();

  for (let visit = 0; visit <= REQUESTS_AT_ONCE; visit++) {
    expect(await statusOf('/apply'), `visit ${visit}`).toBe(200);
    expect(await statusOf('/assets/missing.js'), `visit ${visit}`).toBe(404);
  }
});
