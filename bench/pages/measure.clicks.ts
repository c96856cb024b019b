import type { Browser, Locator, Page } from '@playwright/test';
import type { Table } from '../report/report.ts';
import { ADMIN, RESELLER, type Login } from './job.data.ts';
import { signedIn } from './signed.in.ts';

/** Milliseconds from a click to its answer, at most. */
const LIMIT = 100;
/** The median counts. */
const ROUNDS = 5;

interface Click {
  title: string;
  as: Login;
  path: string;
  target: (page: Page) => Locator;
  /** CSS selector of the answer, and a text in it. */
  answer: { selector: string; text: string };
}

const CLICKS: readonly Click[] = [
  {
    title: 'Menu: open another list',
    as: ADMIN,
    path: '/admin/applications',
    target: (page) => page.getByRole('link', { name: 'Partners', exact: true }).first(),
    answer: { selector: 'h1', text: 'Partners' },
  },
  {
    title: 'List: open an application',
    as: ADMIN,
    path: '/admin/applications?status=PENDING',
    target: (page) => page.getByRole('row').nth(1).getByRole('link').first(),
    answer: { selector: 'main button', text: 'Approve' },
  },
  {
    title: 'User menu: open',
    as: RESELLER,
    path: '/partner',
    target: (page) => page.getByRole('button', { name: /Priya/ }).first(),
    answer: { selector: '[role=menu]', text: 'Sign out' },
  },
  {
    title: 'Clients: open the form of a new client',
    as: RESELLER,
    path: '/partner/clients',
    target: (page) => page.getByRole('button', { name: 'Add client' }).first(),
    answer: { selector: '[role=dialog]', text: 'Add client' },
  },
];

/** Time of a click in a loaded page until its answer is on the page, without a slow connection. */
export async function measureClicks(browser: Browser, url: string): Promise<Table> {
  const rows: string[][] = [];
  for (const click of CLICKS) {
    const context = await browser.newContext({ baseURL: url, storageState: await signedIn(browser, url, click.as) });
    const page = await context.newPage();
    const times: number[] = [];
    // The first one loads what later ones find in the cache.
    for (let round = 0; round <= ROUNDS; round++) times.push(await timeOf(click, page));
    await context.close();
    const median = times.slice(1).toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
    rows.push([click.title, median.toFixed(0), `${LIMIT}${median > LIMIT ? ' (missed)' : ''}`]);
  }
  return { title: 'Clicks in loaded pages', heading: ['', 'answer ms', 'at most'], rows };
}

async function timeOf({ path, target, answer }: Click, page: Page): Promise<number> {
  await page.goto('about:blank');
  await page.goto(path, { waitUntil: 'networkidle' });
  await target(page).hover();
  await page.waitForLoadState('networkidle');
  const answered = page.evaluate(
    ({ selector, text }) =>
      new Promise<number>((resolve) => {
        let clickedAt: number | undefined;
        addEventListener('pointerdown', (event) => (clickedAt = event.timeStamp), { capture: true, once: true });
        const look = () => {
          const isThere = Array.from(document.querySelectorAll(selector), (each) => each.textContent).some((shown) =>
            shown.includes(text),
          );
          if (clickedAt !== undefined && isThere) resolve(performance.now() - clickedAt);
          else requestAnimationFrame(look);
        };
        look();
      }),
    answer,
  );
  await target(page).click();
  return answered;
}
