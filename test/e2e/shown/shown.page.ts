import type { Page } from '@playwright/test';

/** The data that some pages show. */
export interface Places {
  applicationId: string;
  partnerId: string;
  clientId: string;
  companyChangeId: string;
  /** Of the partner who signs in, and for admins any. */
  agreementId: string;
  /** Of a webhook. */
  endpointId: string;
  /** The applicant's private link. */
  statusUrl: string;
}

export interface ShownPage {
  /** File name of its pictures. */
  name: string;
  /** Title in docs/pages.md. */
  title: string;
  /** What the page is for, in docs/pages.md. */
  purpose: string;
  as: 'visitor' | 'admin' | 'reseller';
  path: string | ((places: Places) => string);
  /** Opens a dialog or menu on the page. */
  open?: (page: Page) => Promise<void>;
}

/** Presses a button by its name in the page's language. */
export const press = (name: string, german: string) => async (page: Page) => {
  const isGerman = (await page.locator('html').getAttribute('lang')) === 'de';
  await page
    .getByRole('button', { name: isGerman ? german : name, exact: true })
    .first()
    .click();
};

/** Opens the page, and waits until it is complete. */
export async function visit(page: Page, { path, open }: ShownPage, places: Places): Promise<void> {
  // A change of the fragment alone would load nothing.
  await page.goto('about:blank');
  await page.goto(typeof path === 'string' ? path : path(places), { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await open?.(page);
}

/** Stores a sent application in a visitor's browser. */
export const applicationSent = (statusUrl: string) =>
  `if (location.origin !== 'null') sessionStorage.setItem('reachgenie.application-sent', '${JSON.stringify({
    statusUrl,
    contactName: 'Zoë Hart',
    contactEmail: 'zoe.hart@bright.example',
    companyName: 'Bright Solutions',
  })}')`;
