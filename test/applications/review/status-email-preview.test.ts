import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { Language } from '../../../src/core/text/language.ts';
import { renderEmail } from '../../../src/email/email.renderer.ts';
import { emailTemplates } from '../../../src/worker.ts';
import { useApi } from '../../support/api.ts';
import { withdraw } from '../../support/given/callers/applicants.ts';
import { changeStatus, counts, givenApplication, givenSubmission } from '../../support/given/applications.ts';
import { givenPartner } from '../../support/given/partners.ts';

const api = useApi();

const PREVIEW = `query ($id: ID!, $status: ApplicationStatus!, $message: String) {
  partnerApplicationStatusEmail(id: $id, status: $status, message: $message) { language subject html text }
}`;

interface Previewed {
  partnerApplicationStatusEmail: { language: string; subject: string; html: string; text: string } | null;
}

const preview = (variables: object) => api.ask<Previewed>(api.admin, PREVIEW, variables);

test.each([
  { status: 'REVIEWING', language: Language.EN },
  { status: 'APPROVED', language: Language.DE },
  { status: 'REJECTED', language: Language.EN },
])('previews the email that $status sends, in $language', async ({ status, language }) => {
  const id = await givenApplication(api, { companyName: 'Bright & <b>Bold</b>', language });
  const message = 'We are glad.\nTruly <i>glad</i>.';
  const before = await counts(api);

  const { data, errors } = await preview({ id, status, message });

  expect(errors).toBeUndefined();
  expect(await counts(api)).toEqual(before);
  await changeStatus(api, api.admin, { id, status, message });
  const [sent] = await api.rows(
    `select template, data from email_message where application_id = $1 and template = 'application.status_changed'`,
    [id],
  );
  const site = { publicUrl: 'http://localhost:4000', linkSecret: () => 'preview' };
  const email = { template: String(sent?.['template']), data: Object(sent?.['data']) as object, language };
  expect(data?.partnerApplicationStatusEmail).toEqual({
    language,
    ...(await renderEmail(emailTemplates, email, site)),
  });
});

test('previews the email about reopening a withdrawn application', async () => {
  const { id, token } = await givenSubmission(api);
  await withdraw(api, token);

  const { data } = await preview({ id, status: 'REVIEWING' });

  expect(data?.partnerApplicationStatusEmail?.subject).toBe('We’re reviewing your application again');
});

test('does not reveal the applicant’s private link', async () => {
  const { id, token } = await givenSubmission(api);

  const { data } = await preview({ id, status: 'REJECTED' });

  expect(data?.partnerApplicationStatusEmail?.html).toContain('/status#preview');
  expect(JSON.stringify(data)).not.toContain(token);
});

test('refuses a status that cannot follow', async () => {
  const id = await givenApplication(api);
  await changeStatus(api, api.admin, { id, status: 'APPROVED' });

  const { errors } = await preview({ id, status: 'REJECTED' });

  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', reason: 'APPLICATION_STATUS' } }]);
});

test('returns null for the current status and for an unknown application', async () => {
  const id = await givenApplication(api);

  const answers = await Promise.all([id, uuid(), 'no-uuid'].map((each) => preview({ id: each, status: 'PENDING' })));

  expect(answers.map(({ data }) => data)).toEqual(answers.map(() => ({ partnerApplicationStatusEmail: null })));
});

test('refuses a message that cannot be sent', async () => {
  const { errors } = await preview({ id: uuid(), status: 'REJECTED', message: 'a\u0000b' });

  expect(errors?.[0]?.extensions.fields?.[0]?.path).toBe('message');
});

test('refuses a partner', async () => {
  const { actor } = await givenPartner(api);
  const id = await givenApplication(api);

  const { errors } = await api.ask(actor, PREVIEW, { id, status: 'REJECTED' });

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
