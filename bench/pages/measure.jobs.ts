import { chromium, request, type Browser } from '@playwright/test';
import settings from '../../playwright.config.ts';
import { startProduct } from '../../test/e2e/product.setup.ts';
import type { Table } from '../report/report.ts';
import { JOBS } from './jobs.ts';
import { Person } from './person.ts';

type Job = (typeof JOBS)[number];

interface Effort {
  seconds: number;
  keys: number;
  clicks: number;
}

/** How much of the effort before the present pages may need. */
const TARGET = 0.5;

/**
 * Does each job once, in a product with demo data. With the folder of an installed checkout of commit 6aae8fb it also
 * does the job there, with the steps of that time.
 */
export async function measureJobs(names: readonly string[] | undefined, folder: string | undefined): Promise<Table> {
  const jobs = JOBS.filter(({ name }) => names?.includes(name) ?? true);
  const before = folder === undefined ? undefined : await effortsOf(jobs, 'before', folder);
  const now = await effortsOf(jobs, 'now');
  return {
    title: 'Six jobs: seconds, keys and clicks',
    heading: [
      '',
      ...(before ? ['before', 'keys', 'clicks'] : []),
      'now',
      'keys',
      'clicks',
      ...(before ? ['share'] : []),
    ],
    rows: jobs.map(({ name, title }) => {
      const [then, present] = [before?.get(name), now.get(name)];
      const share = then && present && present.seconds / then.seconds;
      return [
        title,
        ...(before ? cells(then) : []),
        ...cells(present),
        ...(share === undefined ? [] : [`${Math.round(100 * share)} %${share > TARGET ? ' (missed)' : ''}`]),
      ];
    }),
  };
}

const cells = (effort: Effort | undefined): string[] =>
  effort ? [effort.seconds.toFixed(1), String(effort.keys), String(effort.clicks)] : ['failed', '', ''];

/** Efforts by job. A job that fails has none. */
async function effortsOf(jobs: readonly Job[], steps: 'before' | 'now', folder?: string): Promise<Map<string, Effort>> {
  const { url, stop } = await startProduct({ DEMO_DATA: 'true' }, folder);
  const browser = await chromium.launch(settings.use?.launchOptions ?? {});
  const efforts = new Map<string, Effort>();
  try {
    for (const job of jobs) {
      const effort = await effortOf(job, steps, browser, url).catch((error: unknown) => {
        console.error(`${job.title}, ${steps}: ${error instanceof Error ? error.message : String(error)}`);
      });
      if (effort) efforts.set(job.name, effort);
      console.log(`${steps.padEnd(6)} ${job.name.padEnd(10)} ${cells(effort ?? undefined).join('  ')}`);
    }
  } finally {
    await browser.close();
    await stop();
  }
  return efforts;
}

async function effortOf({ as, from, prepare, ...job }: Job, steps: 'before' | 'now', browser: Browser, url: string) {
  const program = await request.newContext({ baseURL: url });
  const data = (await prepare?.(program)) ?? '';
  await program.dispose();
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`/sign-in?next=${encodeURIComponent(from)}`);
    await page.getByLabel('Email address').fill(as.email);
    await page.getByLabel('Password', { exact: true }).fill(as.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(from);
    await page.getByRole('navigation').first().waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const person = new Person(page);
    const started = performance.now();
    await job[steps](person, data);
    const seconds = (performance.now() - started) / 1_000;
    return { seconds, keys: person.keys, clicks: person.clicks };
  } finally {
    await context.close();
  }
}
