import { createElement } from 'react';
import { describe, expect, test } from 'vitest';
import { alreadyReceived, received, statusChanged, submitted } from '../../src/applications/application.emails.tsx';
import { withdrawalConfirmed, withdrawalNoticed } from '../../src/applications/applicant/withdrawal.emails.tsx';
import { ApplicationStatus } from '../../src/applications/application.enums.ts';
import { renderEmail } from '../../src/email/email.renderer.ts';
import { registerTemplates, type NewEmail } from '../../src/email/email.template.ts';
import { emailTemplates } from '../../src/worker.ts';
import { sampleApplication } from '../support/given/email.samples.ts';
import { SITE } from '../support/mail.ts';

/** As the database returns it. */
const render = ({ template, data }: NewEmail) =>
  renderEmail(emailTemplates, { template, data: JSON.parse(JSON.stringify(data)) as object }, SITE);

test('the receipt names the application, the time of our reply and the next steps', async () => {
  const email = received(sampleApplication());

  const { subject, html, text } = await render(email);

  expect(email).toMatchObject({ recipient: 'ada@acme.example', template: 'application.received' });
  expect(subject).toBe('We’ve received your application');
  for (const part of [
    'Hello Ada Lovelace,',
    'reseller partner',
    'Acme & Sons',
    'five business days',
    'What happens next',
  ]) {
    expect(text).toContain(part);
    expect(html).toContain(part.replace('&', '&amp;'));
  }
});

test('a second submission gets an email about the first, which repeats nothing from the new one', async () => {
  const open = sampleApplication();
  const email = alreadyReceived(open);

  const { subject, html, text } = await render(email);

  expect(email).toMatchObject({ recipient: 'ada@acme.example', applicationId: open.id });
  expect(subject).toBe('We already have your application');
  expect(text).toMatch(/earlier application is still open/);
  expect(text).toContain(open.id);
  expect(html + text).not.toMatch(/Mallory|Evil/);
});

describe('the emails about a withdrawal', () => {
  test('confirm it to the applicant', async () => {
    const email = withdrawalConfirmed(sampleApplication());

    const { subject, text } = await render(email);

    expect(email).toMatchObject({ recipient: 'ada@acme.example', template: 'application.withdrawn' });
    expect(subject).toBe('You’ve withdrawn your application');
    for (const part of ['Hello Ada Lovelace,', 'Acme & Sons', 'reseller partner', 'apply again']) {
      expect(text).toContain(part);
    }
  });

  test('name the applicant to the admins, and link to the application', async () => {
    const email = withdrawalNoticed(sampleApplication(), 'team@reachgenie.example');

    const { subject, text } = await render(email);

    expect(email.recipient).toBe('team@reachgenie.example');
    expect(subject).toBe('Application withdrawn: Acme & Sons (reseller partner)');
    expect(text).toContain('ada@acme.example');
    expect(text).toContain(`https://partners.example/admin/applications/${email.applicationId}`);
  });
});

describe('the email to the admins', () => {
  const full = sampleApplication({
    contactPhone: '+44 20 7946 0000',
    website: 'https://acme.example',
    currentSolutions: 'Spreadsheets',
    targetMarket: 'Hauliers',
    additionalInformation: 'Call after five',
  });

  test('has every field and a link to the application', async () => {
    const email = submitted(full, 'team@reachgenie.example');

    const { subject, html, text } = await render(email);

    expect(email.recipient).toBe('team@reachgenie.example');
    expect(subject).toBe('New application: Acme & Sons (reseller partner)');
    const fields = ['Acme & Sons', 'Ada Lovelace', 'ada@acme.example', '+44 20 7946 0000', 'https://acme.example'];
    const texts = ['11–50 employees', 'Logistics', 'Spreadsheets', 'Hauliers', 'Call after five'];
    for (const value of [...fields, ...texts]) expect(text).toContain(value);
    expect(text).toContain('First line\nSecond line');
    expect(html).toContain('First line<br/>Second line');
    expect(html).toContain(`href="https://partners.example/admin/applications/${full.id}"`);
    expect(text).toContain(`https://partners.example/admin/applications/${full.id}`);
  });

  test('omits empty fields', async () => {
    const { text } = await render(submitted(sampleApplication(), 'team@reachgenie.example'));

    expect(text).not.toMatch(/Phone|Website|Target market|null|undefined/);
  });
});

describe('the email about a new status', () => {
  test.each([
    {
      status: ApplicationStatus.REVIEWING,
      subject: 'We’re reviewing your application',
      says: /reviewing it now/,
    },
    { status: ApplicationStatus.APPROVED, subject: 'Your application has been approved', says: /approved/ },
    {
      status: ApplicationStatus.REJECTED,
      subject: 'Your application to our partner program',
      says: /can’t offer you a partnership/,
    },
    {
      status: ApplicationStatus.PENDING,
      subject: 'Your application is waiting for review again',
      says: /waiting for review again/,
    },
  ])('$status: explains the status and the next steps', async ({ status, subject, says }) => {
    const email = statusChanged(sampleApplication({ status }), { message: null, wasWithdrawn: false });

    const mail = await render(email);

    expect(email).toMatchObject({ recipient: 'ada@acme.example', template: 'application.status_changed' });
    expect(mail.subject).toBe(subject);
    for (const body of [mail.html, mail.text]) {
      expect(body).toMatch(says);
      expect(body).toContain('What happens next');
      expect(body).not.toContain('A message from our team');
    }
  });

  test('REVIEWING after a withdrawal: says that the application was reopened, and how to withdraw it again', async () => {
    const email = statusChanged(sampleApplication({ status: ApplicationStatus.REVIEWING }), {
      message: null,
      wasWithdrawn: true,
    });

    const mail = await render(email);

    expect(mail.subject).toBe('We’re reviewing your application again');
    expect(mail.text).toContain('You had withdrawn it');
    expect(mail.text).toContain('withdraw the application again');
  });

  test('of an earlier version is sent as intended', async () => {
    const { data, ...email } = statusChanged(sampleApplication({ status: ApplicationStatus.REVIEWING }), {
      message: null,
      wasWithdrawn: false,
    });
    const { wasWithdrawn: _, ...before } = Object(data) as { wasWithdrawn: boolean };

    expect((await render({ ...email, data: before })).subject).toBe('We’re reviewing your application');
  });

  test('keeps the line breaks of the admin’s message', async () => {
    const email = statusChanged(sampleApplication({ status: ApplicationStatus.REJECTED }), {
      message: 'Dear Ada,\n\nnot yet.\nRegards',
      wasWithdrawn: false,
    });

    const { html, text } = await render(email);

    expect(text).toContain('A message from our team');
    expect(text).toContain('Dear Ada,\n\nnot yet.\nRegards');
    expect(html).toContain('Dear Ada,<br/><br/>not yet.<br/>Regards');
  });
});

describe('F3: typed text', () => {
  const script = '<script>alert("x")</script>';
  const hostile = sampleApplication({
    companyName: script,
    contactName: `${script} {{x}} \${y}`,
    industry: '"><img src=x onerror=alert(1)>',
    website: 'https://x.example/"><script>',
    motivation: script,
  });

  test.each([
    ['application.submitted', submitted(hostile, 'team@reachgenie.example')],
    ['application.status_changed', statusChanged(hostile, { message: script, wasWithdrawn: false })],
    ['application.withdrawal_noticed', withdrawalNoticed(hostile, 'team@reachgenie.example')],
  ])('stays text in %s', async (_name, email) => {
    const { html, text } = await render(email);

    expect(html).not.toMatch(/<script|<img/i);
    expect(html).toContain('&lt;script&gt;');
    expect(text).toContain(script);
  });

  test.each([
    ['application.received', received(hostile)],
    ['application.withdrawn', withdrawalConfirmed(hostile)],
  ])('is not shown in %s if it is not a name', async (_name, email) => {
    const { html, text } = await render(email);

    expect(html + text).not.toMatch(/script|\{\{x\}\}/i);
  });

  test('stays as typed even if it looks like a template', async () => {
    const { html, text } = await render(submitted(hostile, 'team@reachgenie.example'));

    expect(html).toContain('{{x}} ${y}');
    expect(text).toContain('{{x}} ${y}');
  });

  test('cannot start a header', async () => {
    const lines = sampleApplication({ companyName: 'Acme\r\nBcc:\u2028\u0085all' });

    const { subject } = await render(submitted(lines, 'team@reachgenie.example'));

    expect(subject).toBe('New application: Acme Bcc: all (reseller partner)');
  });

  test('cannot make the subject too long', async () => {
    const long = { name: 'long', subject: () => 'é😀'.repeat(300), body: () => createElement('p') };

    const { subject } = await renderEmail(registerTemplates([long]), { template: 'long', data: {} }, SITE);

    expect(Array.from(subject)).toHaveLength(200);
    expect(subject.isWellFormed()).toBe(true);
  });
});

test('two templates with the same name do not start', () => {
  const [template] = [...emailTemplates.values()];
  if (!template) throw new Error('There are no templates.');

  expect(() => registerTemplates([template], [template])).toThrow(`Two templates have the name ${template.name}.`);
});
