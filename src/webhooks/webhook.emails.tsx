import { Action, EmailLayout, Paragraph } from '../email/email.layout.tsx';
import { greeting } from '../email/email.names.ts';
import type { EmailTemplate, InLanguages, NewEmail } from '../email/email.template.ts';

/** FAILING: it still gets events. */
export type EndpointNews = 'FAILING' | 'DISABLED' | 'GONE';

interface EndpointTold {
  news: EndpointNews;
  endpointId: string;
  /** Host and path, without parameters, which may be secret. */
  place: string;
  failures: number;
  isOfPartner: boolean;
}

interface Texts {
  subject: Record<EndpointNews, string>;
  preview: string;
  footer: string;
  what: Record<EndpointNews, (told: EndpointTold) => string>;
  next: Record<EndpointNews, string>;
  action: string;
}

const KEPT_EN =
  'We keep its events for 30 days. Fix the endpoint, enable it again, and resend the events that it missed.';
const KEPT_DE =
  'Die Ereignisse bewahren wir 30 Tage lang auf. Beheben Sie das Problem, aktivieren Sie den Endpunkt wieder und senden Sie die verpassten Ereignisse erneut.';

const TEXTS: InLanguages<Texts> = {
  EN: {
    subject: {
      FAILING: 'Your webhook endpoint is failing',
      DISABLED: 'We disabled your webhook endpoint',
      GONE: 'We disabled your webhook endpoint',
    },
    preview: 'Events are not getting through.',
    footer: 'You’re receiving this email because you manage the webhooks of your account.',
    what: {
      FAILING: ({ place, failures }) => `The last ${failures} deliveries to ${place} failed.`,
      DISABLED: ({ place }) =>
        `Every delivery to ${place} has failed for more than 24 hours, so we disabled the endpoint.`,
      GONE: ({ place }) => `The endpoint ${place} answered with status 410 (Gone), so we disabled it.`,
    },
    next: {
      FAILING:
        'We try each event up to 10 times over three days. If nothing gets through for 24 hours, we disable the endpoint.',
      DISABLED: KEPT_EN,
      GONE: KEPT_EN,
    },
    action: 'View deliveries',
  },
  DE: {
    subject: {
      FAILING: 'Ihr Webhook-Endpunkt ist gestört',
      DISABLED: 'Ihr Webhook-Endpunkt wurde deaktiviert',
      GONE: 'Ihr Webhook-Endpunkt wurde deaktiviert',
    },
    preview: 'Ereignisse kommen nicht an.',
    footer: 'Sie erhalten diese E-Mail, weil Sie die Webhooks Ihres Kontos verwalten.',
    what: {
      FAILING: ({ place, failures }) => `die letzten ${failures} Zustellungen an ${place} sind fehlgeschlagen.`,
      DISABLED: ({ place }) =>
        `seit mehr als 24 Stunden ist jede Zustellung an ${place} fehlgeschlagen. Deshalb haben wir den Endpunkt deaktiviert.`,
      GONE: ({ place }) =>
        `der Endpunkt ${place} hat mit dem Status 410 (Gone) geantwortet. Deshalb haben wir ihn deaktiviert.`,
    },
    next: {
      FAILING:
        'Wir versuchen jedes Ereignis bis zu zehnmal innerhalb von drei Tagen zuzustellen. Kommt 24 Stunden lang nichts an, deaktivieren wir den Endpunkt.',
      DISABLED: KEPT_DE,
      GONE: KEPT_DE,
    },
    action: 'Zustellungen ansehen',
  },
};

const endpointTold: EmailTemplate<EndpointTold> = {
  name: 'webhook.endpoint_told',
  subject: ({ news }, { language }) => TEXTS[language].subject[news],
  body: (told, { publicUrl, language }) => {
    const { subject, preview, footer, what, next, action } = TEXTS[language];
    const area = told.isOfPartner ? 'partner' : 'admin';
    return (
      <EmailLayout preview={preview} heading={subject[told.news]} footer={footer}>
        <Paragraph>{greeting('', language)}</Paragraph>
        <Paragraph>{what[told.news](told)}</Paragraph>
        <Paragraph>{next[told.news]}</Paragraph>
        <Action href={`${publicUrl}/${area}/developers/${told.endpointId}`}>{action}</Action>
      </EmailLayout>
    );
  },
};

export const webhookEmails = [endpointTold] as EmailTemplate<object>[];

interface Endpoint {
  id: string;
  url: string;
  resellerId?: string | null;
  news: EndpointNews;
  failures: number;
}

export function endpointMail(recipient: string, { id, url, resellerId, news, failures }: Endpoint): NewEmail {
  const { host, pathname } = new URL(url);
  const place = `${host}${pathname}`;
  const data: EndpointTold = { news, endpointId: id, place, failures, isOfPartner: resellerId != null };
  return { recipient, template: endpointTold.name, data, applicationId: null };
}
