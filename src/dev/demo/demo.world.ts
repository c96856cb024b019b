import type { PartnerTier } from '../../tenants/partner-account.entity.ts';
import type { Chance } from './chance.ts';
import type { WrittenEmail } from './demo.emails.ts';
import type { Actor, DemoTrail } from './demo.trail.ts';

/** A member of the ReachGenie team with access to the administration. */
export interface DemoAdmin extends Actor {
  name: string;
}

/** A user of a partner. `joinedAt` is null until the invitation is accepted. */
export interface DemoUser extends Actor {
  resellerId: string;
  joinedAt: Date | null;
}

export interface DemoPartner {
  id: string;
  companyName: string;
  tier: PartnerTier;
  owner: DemoUser;
  isReseller: boolean;
}

/** The state that all parts of the demo data extend. */
export interface DemoWorld {
  /** Nothing happens after this time. */
  now: Date;
  chance: Chance;
  admins: readonly DemoAdmin[];
  /** Recipient of notifications about new applications. */
  team: string;
  /** Password hash of all partners' users. */
  passwordHash: string;
  /** Where the receivers of webhooks are. */
  publicUrl: string;
  /** Bytes of files, by their ID. */
  contents: Map<string, Buffer>;
  rows: DemoRows;
  emails: WrittenEmail[];
  trail: DemoTrail;
  /** All partners, oldest first. */
  partners: DemoPartner[];
}

/** Rows by the properties of their entities, oldest first. Tables are in the order of their references. */
export interface DemoRows {
  partner_application: object[];
  partner_application_status_change: object[];
  partner_application_note: object[];
  partner_account: object[];
  partnership: object[];
  user_account: object[];
  company_change: object[];
  user_token: object[];
  stored_file: object[];
  agreement: object[];
  agreement_version: object[];
  agreement_acceptance: object[];
  tier_assignment: object[];
  tier_evaluation: object[];
  tier_grace: object[];
  api_key: object[];
  client_account: object[];
  client_provisioning: object[];
  client_access_session: object[];
  onboarding_plan: object[];
  onboarding_step: object[];
  email_message: object[];
  audit_event: object[];
  webhook_endpoint: object[];
  webhook_message: object[];
  webhook_delivery: object[];
}

export const noRows = (): DemoRows => ({
  partner_application: [],
  partner_application_status_change: [],
  partner_application_note: [],
  partner_account: [],
  partnership: [],
  user_account: [],
  company_change: [],
  user_token: [],
  stored_file: [],
  agreement: [],
  agreement_version: [],
  agreement_acceptance: [],
  tier_assignment: [],
  tier_evaluation: [],
  tier_grace: [],
  api_key: [],
  client_account: [],
  client_provisioning: [],
  client_access_session: [],
  onboarding_plan: [],
  onboarding_step: [],
  email_message: [],
  audit_event: [],
  webhook_endpoint: [],
  webhook_message: [],
  webhook_delivery: [],
});
