import type { ReactElement } from 'react';

/** What every mail may know about where the product runs. */
export interface Site {
  /** Without a slash at its end. */
  publicUrl: string;
  /** Makes the secret of a link for one purpose, from the id of a token or an application. */
  readonly linkSecret: (purpose: string, id: string) => string;
}

/** How a kind of mail reads. `Data` is stored as JSON with the mail, and is all that the mail is made from. */
export interface EmailTemplate<Data extends object> {
  /** Stored with every mail: never changes. */
  readonly name: string;
  /** Plain text; line ends in it become spaces. */
  subject(data: Data, site: Site): string;
  body(data: Data, site: Site): ReactElement;
}

/** A mail that is about to be written. */
export interface NewEmail {
  /** One plain address. */
  recipient: string;
  template: string;
  data: object;
  /** The application that it is about. */
  applicationId: string | null;
}

export type EmailTemplates = ReadonlyMap<string, EmailTemplate<object>>;

/** The templates of all features by their name. */
export function registerTemplates(...features: EmailTemplate<object>[][]): EmailTemplates {
  const templates = new Map<string, EmailTemplate<object>>();
  for (const template of features.flat()) {
    if (templates.has(template.name)) throw new Error(`Two templates are called ${template.name}.`);
    templates.set(template.name, template);
  }
  return templates;
}
