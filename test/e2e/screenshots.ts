import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, request, type APIRequestContext, type Page } from '@playwright/test';
import settings from '../../playwright.config.ts';
import { applied, askApi, tokenOf } from './api.ts';
import { PAGES } from './pages.ts';
import { applicationSent, visit, type Places } from './shown/shown.page.ts';
import { startProduct } from './product.setup.ts';

/*
 * `npm run screenshots [name …]` takes pictures of all PAGES, or of the named ones, with demo data. It writes
 * docs/images/pages/ and docs/pages.md. Needs Debian's chromium and ImageMagick's convert.
 */

const DOCS = join(import.meta.dirname, '../../docs');
const FOLDER = join(DOCS, 'images/pages');

/** Pixels. Wide pictures are stored at two thirds, because documents show them small. */
const WIDTHS = {
  wide: { width: 1440, height: 900, kept: '960x600' },
  narrow: { width: 390, height: 844, kept: '390x844' },
} as const;

const PEOPLE = {
  admin: { email: 'admin@reachgenie.example', password: 'demo-admin-2026' },
  reseller: { email: 'priya.dsouza@zephyr-technologies.example', password: 'demo-partner-2026' },
};

const { url, stop } = await startProduct({ DEMO_DATA: 'true' });
const browser = await chromium.launch(settings.use?.launchOptions ?? {});
try {
  const named = process.argv.slice(2);
  if (named.length === 0) await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const places = await placesOf(await request.newContext({ baseURL: url }));
  for (const as of ['visitor', 'admin', 'reseller'] as const) {
    const context = await browser.newContext({ baseURL: url, locale: 'en-GB', reducedMotion: 'reduce' });
    const page = await context.newPage();
    if (as === 'visitor') await page.addInitScript(applicationSent(`${url}/status#…`));
    else await signIn(page, PEOPLE[as]);
    for (const shown of PAGES.filter((each) => each.as === as && (named.length === 0 || named.includes(each.name)))) {
      await page.setViewportSize(WIDTHS.wide);
      await visit(page, shown, places);
      await photograph(page, shown.name);
    }
    await context.close();
  }
  await writeFile(join(DOCS, 'pages.md'), document());
} finally {
  await browser.close();
  await stop();
}

async function photograph(page: Page, name: string): Promise<void> {
  for (const [width, { kept, ...viewport }] of Object.entries(WIDTHS)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForLoadState('networkidle');
      const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      const file = join(FOLDER, `${name}.${width}.${colorScheme}.png`);
      execFileSync('convert', ['png:-', '-resize', kept, '-strip', '+dither', '-colors', '200', `png8:${file}`], {
        input: picture,
      });
    }
  }
}

async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation').waitFor();
}

/** Finds demo data: an application in review, the partner who signs in, and their newest client. */
async function placesOf(program: APIRequestContext): Promise<Places> {
  const admin = await tokenOf(program, PEOPLE.admin);
  const reseller = await tokenOf(program, PEOPLE.reseller);
  const { partnerApplications, partnerAccounts, companyChanges } = await askApi<{
    partnerApplications: { items: { id: string }[] };
    partnerAccounts: { items: { id: string }[] };
    companyChanges: { items: { id: string }[] };
  }>(
    program,
    `query ($search: String!) {
      partnerApplications(filter: { status: [REVIEWING] }, limit: 1) { items { id } }
      partnerAccounts(filter: { search: $search }, limit: 1) { items { id } }
      companyChanges(filter: { status: [PENDING] }, limit: 1) { items { id } }
    }`,
    { search: PEOPLE.reseller.email },
    admin,
  );
  const { clientAccounts, webhookEndpoints, agreements } = await askApi<{
    agreements: { id: string }[];
    clientAccounts: { items: { id: string }[] };
    webhookEndpoints: { id: string }[];
  }>(
    program,
    '{ clientAccounts(filter: { status: [ACTIVE] }, limit: 1) { items { id } } webhookEndpoints { id } agreements { id } }',
    {},
    reseller,
  );
  const idOf = ({ items: [first] }: { items: { id: string }[] }): string => {
    if (!first) throw new Error('The demo data has nothing to show.');
    return first.id;
  };
  return {
    applicationId: idOf(partnerApplications),
    partnerId: idOf(partnerAccounts),
    clientId: idOf(clientAccounts),
    endpointId: idOf({ items: webhookEndpoints }),
    companyChangeId: idOf(companyChanges),
    agreementId: idOf({ items: agreements }),
    statusUrl: await applied(program, `zoe.hart@${crypto.randomUUID()}.example`, 'Bright Solutions'),
  };
}

/** Writes docs/pages.md with four pictures of every page. */
function document(): string {
  const areas = { visitor: 'Public pages', admin: 'Administration', reseller: 'Partner portal' };
  const picture = ({ name, title }: { name: string; title: string }, kind: string, width: number) =>
    `<img src="images/pages/${name}.${kind}.png" alt="${title}: ${kind.replace('.', ', ')}" width="${width}" />`;
  const sections = Object.entries(areas).map(([as, area]) => {
    const pages = PAGES.filter((each) => each.as === as).map((shown) => {
      const pictures = [
        picture(shown, 'wide.light', 400),
        picture(shown, 'narrow.light', 116),
        picture(shown, 'wide.dark', 400),
        picture(shown, 'narrow.dark', 116),
      ];
      return `### ${as === 'visitor' ? shown.title : `${area}: ${shown.title}`}\n\n${shown.purpose}\n\n${pictures.join('\n')}\n`;
    });
    return `## ${area}\n\n${pages.join('\n')}`;
  });
  return `# The web pages\n\nThe pages with demo data: on a desktop and on a phone, light and dark. \`npm run screenshots\` takes the pictures and writes this page.\n\n${sections.join('\n')}`;
}
