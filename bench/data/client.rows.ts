import { SubscriptionStatus } from '../../src/clients/client-account.entity.ts';
import { Chance, type Weighted } from '../../src/dev/demo/chance.ts';
import { sampleApplication } from '../../src/dev/demo/samples/sample.applications.ts';
import { DAY_MS } from '../../src/dev/demo/samples/sample.reviews.ts';
import type { Row } from './copy.into.ts';

const DAYS = 730;
/** Far above the applications' indexes, so that clients are other companies. */
const FIRST_SAMPLE = 10_000_000;
const STATUSES: readonly Weighted<SubscriptionStatus>[] = [
  [SubscriptionStatus.ACTIVE, 70],
  [SubscriptionStatus.SUSPENDED, 10],
  [SubscriptionStatus.CANCELED, 20],
];

interface RowsOptions {
  /** Index of the first row of this batch. */
  first: number;
  count: number;
  /** Rows of all batches, spread evenly over the 24 months before `now` and over the resellers. */
  of: number;
  now: Date;
  resellers: readonly string[];
}

/** Clients of all resellers in turn, in the order of time. */
export function clientRows({ first, count, of, now, resellers }: RowsOptions): { client_account: Row[] } {
  const clients = Array.from({ length: count }, (_, position) => {
    const index = first + position;
    const chance = new Chance(FIRST_SAMPLE + index);
    const createdAt = new Date(now.getTime() - DAYS * DAY_MS * (1 - index / of));
    const { companyName, contactName, contactEmail, contactPhone } = sampleApplication(FIRST_SAMPLE + index);
    return {
      id: chance.idAt(createdAt),
      reseller_id: resellers[index % resellers.length] ?? null,
      company_name: companyName,
      contact_name: contactName,
      contact_email: contactEmail,
      contact_phone: contactPhone,
      subscription_tier: chance.one(['Starter', 'Growth', 'Enterprise']),
      subscription_status: chance.weighted(STATUSES),
      billing_owned_by_reseller: String(chance.is(0.8)),
      created_at: createdAt,
      updated_at: createdAt,
    };
  });
  return { client_account: clients };
}
