import { CompanyChange, CompanyChangeStatus } from '../../company/company-change.entity.ts';
import { detailsOf, type CompanyDetails, type ReviewedField } from '../../company/company.details.ts';
import { changeMail } from '../../company/company.emails.tsx';
import type { PartnerAccount } from '../../tenants/partner-account.entity.ts';
import { Chance } from './chance.ts';
import { changed, created } from './demo.trail.ts';
import type { DemoWorld, DemoPartner } from './demo.world.ts';
import { DAY_MS } from './samples/sample.reviews.ts';

const HOUR_MS = 60 * 60 * 1_000;

const { PENDING, APPROVED, REJECTED } = CompanyChangeStatus;

/** A change that an owner of a shown partner requested. */
export interface DemoCompanyChange {
  /** Decided two hours later, unless it is pending. */
  status: CompanyChangeStatus;
  daysAgo: number;
  wanted: Partial<CompanyDetails>;
  message?: string | null;
}

type Account = Pick<PartnerAccount, ReviewedField | 'id' | 'version' | 'updatedAt'>;

/** Adds the request, and what followed from it. */
export function addCompanyChange(
  world: DemoWorld,
  { id: resellerId, owner }: DemoPartner,
  { status, daysAgo, wanted, message = null }: DemoCompanyChange,
): void {
  const { now, rows, trail, emails, team, admins } = world;
  const chance = new Chance(daysAgo);
  const account = rows.partner_account.find((row) => Reflect.get(row, 'id') === resellerId) as Account;
  const earliest = Math.max(now.getTime() - daysAgo * DAY_MS, account.updatedAt.getTime() + HOUR_MS);
  const createdAt = new Date(Math.min(earliest, now.getTime() - 3 * HOUR_MS));
  const closedAt = status === PENDING ? null : new Date(createdAt.getTime() + 2 * HOUR_MS);
  const [admin] = admins;
  if (!admin) throw new Error('There is no admin.');
  const before = detailsOf(account);
  const told = { before, after: { ...before, ...wanted }, status: PENDING, requestedBy: owner.id };
  const change = { id: chance.idAt(createdAt), resellerId, ...told };
  const changeId = change.id;
  const on = { type: 'PartnerAccount', id: resellerId };
  const mail = (at: Date, state: object) => {
    const about = Object.assign(new CompanyChange(), change, state);
    emails.push(
      { writtenAt: at, ...changeMail(owner.email, about, { isForTeam: false }) },
      { writtenAt: at, ...changeMail(team, about, { isForTeam: true }) },
    );
  };
  const requested = created({ changeId, ...told });
  trail.write({ at: createdAt, by: owner, action: 'company.change_requested', on, resellerId, changes: requested });
  mail(createdAt, {});
  const decision = { status, message, decidedBy: closedAt && admin.id, closedAt };
  rows.company_change.push({
    ...change,
    ...decision,
    version: closedAt ? 2 : 1,
    createdAt,
    updatedAt: closedAt ?? createdAt,
  });
  if (!closedAt) return;
  const changes = { changeId: { from: changeId, to: changeId }, ...changed({ ...change, message: null }, decision) };
  trail.write({ at: closedAt, by: admin, action: 'company.change_decided', on, resellerId, changes });
  mail(closedAt, decision);
  if (status !== APPROVED) return;
  const deed = { at: closedAt, by: admin, resellerId, type: 'PartnerAccount' };
  trail.change<Account>(account, wanted, { ...deed, action: 'partner.company_changed' });
}

/** By the address of the owner. */
export const COMPANY_CHANGES: Readonly<Record<string, DemoCompanyChange>> = {
  'priya.dsouza@zephyr-technologies.example': {
    status: APPROVED,
    daysAgo: 20,
    wanted: {
      legalName: 'Zephyr Technologies B.V.',
      street: 'Herengracht 240',
      postalCode: '1016 DW',
      city: 'Amsterdam',
      countryCode: 'NL',
      vatId: 'NL123456789B01',
    },
  },
  'renee.washington@kompass-labs.example': {
    status: PENDING,
    daysAgo: 2,
    wanted: {
      legalName: 'Kompass Labs GmbH',
      street: 'Speicherstraße 8',
      postalCode: '20457',
      city: 'Hamburg',
      countryCode: 'DE',
      vatId: 'DE123456789',
    },
  },
  'fenna.bakker@windrose-media.example': {
    status: REJECTED,
    daysAgo: 9,
    wanted: { companyName: 'Windrose Group', legalName: 'Windrose Group Holding' },
    message: 'We could not find this company in the register. Please send us an extract.',
  },
};
