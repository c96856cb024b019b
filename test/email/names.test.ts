import { describe, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { submit, validInput } from '../support/given/applications.ts';
import { givenPartner } from '../support/given/partners.ts';
import { inviteMember, newEmail } from '../support/given/people.ts';
import { Language } from '../../src/core/text/language.ts';
import { renderEmail } from '../../src/email/email.renderer.ts';
import type { NewEmail } from '../../src/email/email.template.ts';
import { emailTemplates } from '../../src/worker.ts';
import { EMAIL_SAMPLES } from '../support/given/email.samples.ts';
import { SITE } from '../support/mail.ts';

/* Row A14 of the attacks to withstand: no email carries a stranger's text to a person who did not ask for it. */

const api = useApi();

const mailTo = async (recipient: string) => {
  const [mail] = await api.rows('select template, data from email_message where recipient = $1', [recipient]);
  return renderEmail(emailTemplates, mail as { template: string; data: object }, SITE);
};

const ADVERTISEMENTS = [
  'WIN 5000 USD http://evil.example/win',
  'Your prize: evil.example',
  'Win at shop24.example',
  'Win at evil。example',
  'www.evil.example',
  'https://evil.example',
  'evil.example/win',
  'write to a@evil.example',
  'You have won! Call us now',
  'Congratulations. You have been chosen for it',
  'Call 0900 123456 now',
  'Please open the attached file and confirm your account today',
  'Earn money at home, ask us how. Today only',
  '<b>Win</b>',
];

const NAMES = [
  'Zoë Hart',
  'Dr. Ada Lovelace',
  'J. R. R. Tolkien',
  'Martin Luther King Jr.',
  'O’Neill-Müller',
  '山田 太郎',
  'محمد علي',
  'María de los Ángeles García López',
  'Ng',
];

describe.each(ADVERTISEMENTS)('A14: %j', (name) => {
  test('does not appear in a receipt as the name of an applicant or company', async () => {
    const contactEmail = newEmail();
    await submit(api, validInput({ contactEmail, contactName: name, companyName: name }));

    const { subject, html, text } = await mailTo(contactEmail);

    expect(text).toContain('Hello,');
    expect(text).toContain('your company');
    for (const part of [subject, html, text]) expect(part).not.toContain(name);
  });

  test('does not appear in an invitation as a name', async () => {
    const email = newEmail();
    const { actor } = await givenPartner(api);
    await inviteMember(api, actor, { email, name });

    const { subject, html, text } = await mailTo(email);

    for (const part of [subject, html, text]) expect(part).not.toContain(name);
  });
});

/** The same data with other names, at any depth. */
const renamed = (data: object, name: string) =>
  JSON.parse(JSON.stringify(data), (key, value: unknown) =>
    /name$/i.test(key) && typeof value === 'string' ? name : value,
  ) as object;

const subjectOf = async ({ template, data }: NewEmail, language: Language) =>
  (await renderEmail(emailTemplates, { template, data, language }, SITE)).subject;

test.each(EMAIL_SAMPLES.map((email, index) => ({ name: `${email.template} ${index}`, email })))(
  'A14: the subject of $name shows no advertisement as a name',
  async ({ email }) => {
    for (const language of Object.values(Language)) {
      for (const name of ADVERTISEMENTS) {
        const subject = await subjectOf({ ...email, data: renamed(email.data, name) }, language);
        expect(subject).not.toContain(name);
        expect(subject).toMatch(/^\p{Lu}.*[\p{L})]$/u);
      }
    }
  },
);

test.each(NAMES)('%s is greeted by name', async (contactName) => {
  const contactEmail = newEmail();
  await submit(api, validInput({ contactEmail, contactName, companyName: 'Acme & Sons GmbH' }));

  const { text } = await mailTo(contactEmail);

  expect(text).toContain(`Hello ${contactName},`);
  expect(text).toContain('Acme & Sons GmbH');
});
