import { currentTime } from '../../core/database/database.clock.ts';
import { Action, EmailLayout, Paragraph } from '../../email/email.layout.tsx';
import { greeting } from '../../email/email.names.ts';
import type { EmailTemplate, NewEmail } from '../../email/email.template.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { deviceOf } from '../sessions/device.ts';
import { CREDENTIAL_WORDING, type Changed, type CredentialChange } from './credential.wording.ts';

const credentialsChanged: EmailTemplate<Changed> = {
  name: 'user.credentials_changed',
  subject: ({ change }, { language }) => CREDENTIAL_WORDING[language].changes[change].subject,
  body: (data, { publicUrl, language, dateTime }) => {
    const { changes, ...texts } = CREDENTIAL_WORDING[language];
    const { subject, text } = changes[data.change];
    const { replacement } = data;
    const told = replacement ? { ...data, replacement: { ...replacement, until: dateTime(replacement.until) } } : data;
    return (
      <EmailLayout preview={texts.preview} heading={subject} footer={texts.footer}>
        <Paragraph>{greeting('', language)}</Paragraph>
        <Paragraph>{text(told)}</Paragraph>
        <Paragraph>{texts.origin(dateTime(data.at), originOf(data, texts.device))}</Paragraph>
        <Paragraph>{texts.next}</Paragraph>
        <Action href={`${publicUrl}/password-reset`}>{texts.reset}</Action>
      </EmailLayout>
    );
  },
};

function originOf(
  { userAgent, address }: Changed,
  nameOf: (browser: string, operatingSystem: string) => string,
): string {
  const { browser, operatingSystem } = deviceOf(userAgent);
  const device = browser && operatingSystem ? nameOf(browser, operatingSystem) : (browser ?? operatingSystem);
  return device ? `${device} (${address})` : address;
}

export const credentialEmails = [credentialsChanged] as EmailTemplate<object>[];

/** Notifies a user of a change to their credentials, and of its origin. */
export function credentialsChangedMail(
  { address, userAgent }: Pick<RequestContext, 'address' | 'userAgent'>,
  recipient: string,
  change: CredentialChange,
  {
    codesLeft = null,
    keyPrefix = null,
    ...ofKey
  }: Partial<Omit<Changed, 'change' | 'at' | 'address' | 'userAgent'>> = {},
): NewEmail {
  const agent = userAgent?.slice(0, 400) ?? null;
  const data: Changed = {
    change,
    at: currentTime().toISOString(),
    address,
    userAgent: agent,
    codesLeft,
    keyPrefix,
    ...ofKey,
  };
  return { recipient, template: credentialsChanged.name, data, applicationId: null };
}
