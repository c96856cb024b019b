import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import settings from '../../playwright.config.ts';
import { startProduct } from '../../test/e2e/product.setup.ts';
import type { Table } from '../report/report.ts';
import { ADMIN } from './job.data.ts';
import { measureClicks } from './measure.clicks.ts';
import { signedIn } from './signed.in.ts';

/** A slow connection: milliseconds of latency, and bytes a second. */
const SLOW = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, offline: false };

/** The median counts. */
const ROUNDS = 3;

interface Visit {
  title: string;
  path: string;
  isSignedIn?: boolean;
  /** CSS selector of what the visitor comes for. */
  content: string;
  /** Milliseconds until the first paint, at most. */
  limit: number;
}

const VISITS: readonly Visit[] = [
  { title: 'Application form', path: '/apply', content: 'main form button[type=submit]', limit: 2_000 },
  { title: 'Sign-in', path: '/sign-in', content: 'main form button[type=submit]', limit: 2_000 },
  { title: 'Admin home', path: '/admin', isSignedIn: true, content: 'main a[href*="status="]', limit: 3_000 },
  {
    title: 'List of applications',
    path: '/admin/applications',
    isSignedIn: true,
    content: 'main tbody a',
    limit: 3_000,
  },
];

/** Layout shift of a visit, at most: nothing moves that one is about to read or press. */
const MOST_SHIFT = 0.02;

interface Cost {
  paint: number;
  content: number;
  /** Milliseconds until the largest text or picture is painted. */
  largest: number;
  /** Chromium's cumulative layout shift. */
  shift: number;
  requests: number;
  bytes: number;
}

/** Visits with an empty cache on a slow connection, and clicks in loaded pages on this machine. */
export async function measureVisits(): Promise<Table[]> {
  const { url, stop } = await startProduct({ DEMO_DATA: 'true' });
  const browser = await chromium.launch(settings.use?.launchOptions ?? {});
  try {
    const rows: string[][] = [];
    for (const visit of VISITS) {
      const costs: Cost[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        // Anew each time, because a refresh token works once.
        const state = visit.isSignedIn && { storageState: await signedIn(browser, url, ADMIN) };
        costs.push(await costOf(visit, browser, { baseURL: url, ...state }));
      }
      rows.push(rowOf(visit, costs));
    }
    const heading = [
      '',
      'first paint ms',
      'largest paint ms',
      'content ms',
      'shift',
      'requests',
      'kB',
      'first paint at most',
    ];
    return [
      { title: 'First visits at 150 ms and 1.6 Mbit/s, empty cache', heading, rows },
      await measureClicks(browser, url),
    ];
  } finally {
    await browser.close();
    await stop();
  }
}

function rowOf({ title, limit }: Visit, costs: readonly Cost[]): string[] {
  const median = (value: (cost: Cost) => number) =>
    costs.map(value).toSorted((one, other) => one - other)[Math.floor(costs.length / 2)] ?? 0;
  const paint = median((cost) => cost.paint);
  const shift = Math.max(...costs.map((cost) => cost.shift));
  return [
    title,
    Math.round(paint).toLocaleString('en'),
    Math.round(median(({ largest }) => largest)).toLocaleString('en'),
    Math.round(median(({ content }) => content)).toLocaleString('en'),
    `${shift.toFixed(3)}${shift > MOST_SHIFT ? ' (missed)' : ''}`,
    String(median(({ requests }) => requests)),
    Math.round(median(({ bytes }) => bytes) / 1_000).toLocaleString('en'),
    `${limit.toLocaleString('en')}${paint > limit ? ' (missed)' : ''}`,
  ];
}

async function costOf({ path, content }: Visit, browser: Browser, options: BrowserContextOptions): Promise<Cost> {
  const context = await browser.newContext({ ...options, viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchVisit, content);
    const traffic = await slowed(page);
    await page.goto(path, { waitUntil: 'commit' });
    await page.locator(content).first().waitFor({ state: 'attached', timeout: 60_000 });
    await page.waitForLoadState('networkidle');
    const at = (name: string) =>
      page.evaluate((each) => performance.getEntriesByName(each)[0]?.startTime ?? Number.NaN, name);
    const seen = await page.evaluate(() => (window as unknown as { visitSeen: VisitSeen }).visitSeen);
    return { paint: await at('first-contentful-paint'), content: await at('content'), ...seen, ...traffic };
  } finally {
    await context.close();
  }
}

type VisitSeen = Pick<Cost, 'largest' | 'shift'>;

/** Runs in the page, from its start: marks the moment at which the content is there, and watches paints and shifts. */
function watchVisit(selector: string): void {
  const seen: VisitSeen = { largest: 0, shift: 0 };
  Object.assign(window, { visitSeen: seen });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.largest = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    if (document.querySelector(selector)) performance.mark('content');
    else requestAnimationFrame(look);
  };
  look();
}

/** Slows the connection. Returns requests and bytes, which grow while the page loads. */
async function slowed(page: Page): Promise<Pick<Cost, 'requests' | 'bytes'>> {
  const traffic = { requests: 0, bytes: 0 };
  const session = await page.context().newCDPSession(page);
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    traffic.requests++;
    traffic.bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW);
  return traffic;
}
