import type { Chance } from './chance.ts';
import type { WrittenEmail } from './demo.emails.ts';
import type { Actor, DemoTrail } from './demo.trail.ts';

/** Somebody of the team that runs the program. */
export interface DemoAdmin extends Actor {
  name: string;
}

/** What the demo data is made in: each part adds to it. */
export interface DemoWorld {
  /** Nothing has happened after it. */
  now: Date;
  chance: Chance;
  admins: readonly DemoAdmin[];
  /** Who is told of new applications. */
  team: string;
  /** Of all partners' people. */
  passwordHash: string;
  rows: DemoRows;
  emails: WrittenEmail[];
  trail: DemoTrail;
}

/** Rows by the properties of their entities, the oldest first; tables in the order in which they refer to each other. */
export interface DemoRows {
  partner_application: object[];
  partner_application_status_change: object[];
  partner_application_note: object[];
  partner_account: object[];
  partnership: object[];
  user_account: object[];
  user_token: object[];
  api_key: object[];
  client_account: object[];
  client_access_session: object[];
  email_message: object[];
  audit_event: object[];
}

export const noRows = (): DemoRows => ({
  partner_application: [],
  partner_application_status_change: [],
  partner_application_note: [],
  partner_account: [],
  partnership: [],
  user_account: [],
  user_token: [],
  api_key: [],
  client_account: [],
  client_access_session: [],
  email_message: [],
  audit_event: [],
});
