import type { ReactElement } from 'react';

/** Available to every template. */
export interface Site {
  /** Without a trailing slash. */
  publicUrl: string;
  /** Derives a link's secret for one purpose, from the ID of a token or an application. */
  readonly linkSecret: (purpose: string, id: string) => string;
}

/** A kind of email. `Data` is stored as JSON and is the only input of the rendered email. */
export interface EmailTemplate<Data extends object> {
  /** Stored with every email, so never change it. */
  readonly name: string;
  /** Plain text. Line breaks become spaces. */
  subject(data: Data, site: Site): string;
  body(data: Data, site: Site): ReactElement;
}

export interface NewEmail {
  recipient: string;
  template: string;
  data: object;
  applicationId: string | null;
}

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
