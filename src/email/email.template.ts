import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReactElement } from 'react';
import type { Language } from '../core/text/language.ts';
import type { EmailMessage } from './email-message.entity.ts';

/** The same for every email. */
export interface Site {
  /** Without a trailing slash. */
  publicUrl: string;
  /** Derives a link's secret for one purpose, from the ID of a token or an application. */
  readonly linkSecret: (purpose: string, id: string) => string;
}

/** Of one email, available to its template. */
export interface Mail extends Site {
  /** The reader's. */
  readonly language: Language;
  /** Formats a time (RFC 3339) to the minute, in the reader's language and time zone, which it names. */
  readonly dateTime: (at: string) => string;
}

/** Texts of a template. Both languages say the same. */
export type InLanguages<Texts> = Readonly<Record<Language, Texts>>;

/** A kind of email. `Data` is stored as JSON and is the only input of the rendered email. */
export interface EmailTemplate<Data extends object> {
  /** Stored with every email, so never change it. */
  readonly name: string;
  /** Plain text. Line breaks become spaces. */
  subject(data: Data, mail: Mail): string;
  body(data: Data, mail: Mail): ReactElement;
}

/**
 * Returns a private link. Its page opens in the email's language if that is not English, the language of earlier links.
 * The secret is in the fragment, which browsers send to no server.
 */
export const privateLink = ({ publicUrl, language }: Mail, path: string, secret: string): string =>
  `${publicUrl}${path}${language === 'EN' ? '' : `?language=${language.toLowerCase()}`}#${secret}`;

export interface NewEmail {
  recipient: string;
  template: string;
  data: object;
  applicationId: string | null;
  /** Default: the language of the user at this address, else English. */
  language?: Language;
}

/** An email after its last attempt. */
export type FailedEmail = Pick<EmailMessage, 'applicationId' | 'recipient' | 'template'>;

/** Runs in the transaction that marks the emails as FAILED. */
export type EmailsFailed = (em: EntityManager, emails: readonly FailedEmail[]) => Promise<void>;

export type EmailTemplates = ReadonlyMap<string, EmailTemplate<object>>;

/** @throws Error if two templates have the same name */
export function registerTemplates(...features: EmailTemplate<object>[][]): EmailTemplates {
  const templates = new Map<string, EmailTemplate<object>>();
  for (const template of features.flat()) {
    if (templates.has(template.name)) throw new Error(`Two templates have the name ${template.name}.`);
    templates.set(template.name, template);
  }
  return templates;
}
