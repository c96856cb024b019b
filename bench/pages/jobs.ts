import { expect, type APIRequestContext } from '@playwright/test';
import { ADMIN, COLLEAGUE, MEMBER, RESELLER, oldCompany, suspendedClient, type Login } from './job.data.ts';
import type { Person } from './person.ts';

type Steps = (person: Person, data: string) => Promise<void>;

interface Job {
  name: string;
  title: string;
  as: Login;
  /** Page on which the job begins. */
  from: string;
  /** Prepares data by the API. Returns a name for the steps. */
  prepare?: (request: APIRequestContext) => Promise<string>;
  /** With the pages of version 0.1: commit 6aae8fb. */
  before: Steps;
  /** With the present pages. */
  now: Steps;
}

const NOTE = 'Call on Monday';
const CLIENT = { company: 'Oak Bakery', contact: 'Ole Berg', email: 'ole@oak.example', plan: 'Starter' };

/** The list of open applications with the longest wait first. */
const QUEUE = '/admin/applications?status=UNDECIDED&sortOrder=ASC';

const button = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true });
const link = ({ page }: Person, name: string) => page.getByRole('link', { name, exact: true });
const dialog = ({ page }: Person) => page.getByRole('dialog');
const heading = ({ page }: Person) => page.getByRole('heading', { level: 1 });
/** The first data row's link. */
const firstRow = ({ page }: Person) => page.getByRole('row').nth(1).getByRole('link');

/** The panel beside a list. */
const panel = ({ page }: Person) => page.getByRole('complementary');

/** Decides on all selected applications: looks at whom, sends, and looks at the result of each. */
async function decideSelected(person: Person, key: string, deed: string): Promise<void> {
  await person.press(key);
  await person.look(dialog(person).getByRole('button', { name: new RegExp(`^${deed}`) }));
  await person.press('Control+Enter');
  await person.look(dialog(person).getByText('5 of 5 changed.'));
  await person.press('Enter');
  await dialog(person).waitFor({ state: 'hidden' });
}

/** Goes to the next application by the button above it. */
async function toNext(person: Person): Promise<void> {
  const { page } = person;
  const before = page.url();
  await person.click(link(person, 'Next'));
  await page.waitForURL((url) => url.href !== before);
}

export const JOBS: readonly Job[] = [
  {
    name: 'decide',
    title: 'Decide ten applications',
    as: ADMIN,
    from: QUEUE,
    before: async (person) => {
      await person.look(firstRow(person));
      await person.click(firstRow(person));
      for (let decided = 1; decided <= 10; decided++) {
        const deed = decided % 2 === 0 ? 'Decline' : 'Approve';
        await person.look(button(person, deed));
        await person.click(button(person, deed));
        await person.look(dialog(person));
        await person.click(dialog(person).getByRole('button', { name: deed, exact: true }));
        await dialog(person).waitFor({ state: 'hidden' });
        if (decided < 10) await toNext(person);
      }
    },
    now: async (person) => {
      const { page } = person;
      await person.look(page.getByRole('row').nth(1));
      await person.press('j');
      await person.press('Space');
      for (let looked = 1; looked <= 10; looked++) {
        const company = await page.getByRole('row').nth(looked).getByRole('link').first().textContent();
        await person.look(panel(person).getByRole('heading', { name: company ?? '', exact: true }));
        if (looked % 2 === 1) await person.press('x');
        if (looked < 10) await person.press('j');
      }
      await decideSelected(person, 'a', 'Approve');
      // The panel still shows the tenth, which is the last of those to decline: they are the first rows now.
      await expect(page.getByRole('row').nth(5)).toHaveAttribute('aria-current', 'true');
      await person.press('x');
      for (let row = 4; row >= 1; row--) {
        await person.press('k');
        await expect(page.getByRole('row').nth(row)).toHaveAttribute('aria-current', 'true');
      }
      await person.press('Shift+X');
      await person.look(page.getByText('5 selected'));
      await decideSelected(person, 'd', 'Decline');
    },
  },
  {
    name: 'note',
    title: 'Find an application by half a name and add a note',
    as: ADMIN,
    from: '/admin',
    prepare: oldCompany,
    before: async (person, company) => {
      await person.click(link(person, 'Applications'));
      await person.click(person.page.getByLabel('Search'));
      await person.type(half(company));
      await person.look(link(person, company));
      await person.click(link(person, company));
      await person.click(person.page.getByLabel('Internal note'));
      await person.type(NOTE);
      await person.click(button(person, 'Add note'));
      await person.look(person.page.getByText(NOTE, { exact: true }).and(person.page.locator(':not(textarea)')));
    },
    now: async (person, company) => {
      const { page } = person;
      await person.press('/');
      await person.type(half(company));
      await person.look(page.getByRole('option', { name: company }));
      await person.press('Enter');
      await expect(heading(person)).toHaveText(company);
      await person.press('n');
      await person.type(NOTE);
      await person.press('Control+Enter');
      await person.look(page.getByText(NOTE, { exact: true }).and(page.locator(':not(textarea)')));
    },
  },
  {
    name: 'assign',
    title: 'Assign twenty applications',
    as: ADMIN,
    from: QUEUE,
    before: async (person) => {
      await person.look(firstRow(person));
      await person.click(firstRow(person));
      for (let assigned = 1; assigned <= 20; assigned++) {
        const assignee = person.page.getByLabel('Assignee');
        await person.choose(assignee, COLLEAGUE.name);
        await expect(assignee).toBeEnabled();
        if (assigned < 20) await toNext(person);
      }
    },
    now: async (person) => {
      const { page } = person;
      await person.look(page.getByRole('row').nth(1));
      await person.click(page.getByLabel('Select all on this page'));
      await person.press('s');
      await person.look(dialog(person).getByText(COLLEAGUE.name));
      await person.click(dialog(person).getByText(COLLEAGUE.name));
      await person.look(page.getByText(new RegExp(`^Assigned \\d+ to ${COLLEAGUE.name}`)));
    },
  },
  {
    name: 'email',
    title: 'Find out why an email failed and send it again',
    as: ADMIN,
    from: '/admin',
    before: async (person) => {
      await person.click(link(person, 'Emails'));
      await person.look(person.page.getByText('marked as inactive'));
      await person.click(person.page.getByRole('button', { name: /^Resend to/ }));
      await person.look(person.page.getByText(/attempt|No failed emails/));
    },
    now: async (person) => {
      const first = person.page.getByRole('listitem').filter({ hasText: 'can’t be reached' }).first();
      await person.look(first);
      await expect(first).toHaveAttribute('aria-current', 'true');
      await person.press('r');
      await person.look(person.page.getByText(/^Sending the email to/));
    },
  },
  {
    name: 'client',
    title: 'Add a client and open it',
    as: RESELLER,
    from: '/partner',
    before: async (person) => {
      await person.click(link(person, 'Clients'));
      await person.click(button(person, 'Add client'));
      await person.type(CLIENT.company);
      await person.press('Tab');
      await person.type(CLIENT.contact);
      await person.press('Tab');
      await person.type(CLIENT.email);
      await person.press('Tab');
      await person.press('Tab');
      await person.type(CLIENT.plan);
      await person.press('Enter');
      await expect(heading(person)).toHaveText(CLIENT.company);
    },
    now: async (person) => {
      await person.press('c');
      await person.type(CLIENT.company);
      await person.press('Tab');
      await person.type(CLIENT.contact);
      await person.press('Tab');
      await person.type(CLIENT.email);
      await person.press('Tab');
      // The first letter completes the name of a plan in use.
      await person.type(CLIENT.plan.charAt(0));
      await expect(person.page.getByRole('combobox', { name: 'Plan' })).toHaveValue(CLIENT.plan);
      await person.press('Enter');
      await expect(heading(person)).toHaveText(CLIENT.company);
    },
  },
  {
    name: 'suspended',
    title: 'Find who suspended a client',
    as: RESELLER,
    from: '/partner',
    prepare: suspendedClient,
    before: async (person, company) => {
      const { page } = person;
      await person.click(link(person, 'Activity'));
      await person.look(page.getByRole('row').nth(1));
      await person.click(page.getByRole('button', { name: 'Next page' }));
      // Rows do not name the client: opens each change of a subscription until it is the right one.
      const changes = page.getByRole('row').filter({ hasText: 'Active → Suspended' });
      for (let index = 0; ; index++) {
        await person.look(changes.nth(index));
        await person.click(changes.nth(index).getByRole('link'));
        await person.look(heading(person));
        if ((await heading(person).textContent()) === company) break;
        await person.back();
      }
      await person.back();
      await person.look(page.getByText(MEMBER.email));
    },
    now: async (person, company) => {
      const { page } = person;
      await person.press('/');
      await person.type(half(company));
      await person.look(page.getByRole('option', { name: company }));
      await person.press('Enter');
      await expect(heading(person)).toHaveText(company);
      await person.click(page.getByRole('tab', { name: 'Activity' }));
      await person.look(page.getByRole('listitem').filter({ hasText: company }).filter({ hasText: 'suspended' }));
    },
  },
];

/** The letters that a person remembers of a name. */
const half = (name: string): string => name.slice(0, Math.ceil(name.length / 2)).trim();
