import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { useApi } from '../support/api.ts';

const api = useApi();

async function givenEmail(data: object, fields: { template?: string; lastError?: string } = {}): Promise<string> {
  const id = uuid();
  await api.rows(
    `insert into email_message (id, recipient, template, data, status, tries, last_error, created_at)
      values ($1, 'ada@acme.example', $2, $3, 'FAILED', 3, $4, now())`,
    [id, fields.template ?? 'application.received', JSON.stringify(data), fields.lastError ?? null],
  );
  return id;
}

const receipt = { id: 'x', contactName: 'Ada', companyName: 'Acme', partnershipType: 'RESELLER' };

const open = async (path: string) => {
  const response = await fetch(`${api.url}${path}`);
  return { response, page: await response.text() };
};

test('lists emails with their delivery status, newest first', async () => {
  const older = await givenEmail(receipt, { lastError: 'Postmark <b>failed</b>' });
  const newer = await givenEmail(receipt);

  const { response, page } = await open('/dev/mail');

  expect(response.headers.get('content-type')).toContain('text/html');
  expect(page).toContain('ada@acme.example');
  expect(page).toContain('Postmark &lt;b&gt;failed&lt;/b&gt;');
  expect(page.indexOf(newer)).toBeGreaterThan(0);
  expect(page.indexOf(newer)).toBeLessThan(page.indexOf(older));
});

test('shows an email as text and as HTML, in a frame that can only open links', async () => {
  const id = await givenEmail({ ...receipt, companyName: '<script>alert(1)</script>' });

  const { response, page } = await open(`/dev/mail/${id}`);

  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page).toContain('We’ve received your application');
  expect(page).toMatch(/<iframe[^>]* sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  expect(page).toContain('&lt;!doctype html&gt;');
  expect(page).not.toContain('<script');
});

test('shows why an email cannot be rendered', async () => {
  const id = await givenEmail({}, { template: 'application.forgotten' });

  const { page } = await open(`/dev/mail/${id}`);

  expect(page).toContain('Template application.forgotten does not exist.');
});

test.each(['no-uuid', uuid()])('the email %s is not found', async (id) => {
  expect((await open(`/dev/mail/${id}`)).response.status).toBe(404);
});
