import { PartnerTier } from '../../tenants/partner-account.entity.ts';
import { PartnerRole } from '../../identity/users/user.entity.ts';
import { addClients } from './demo.clients.ts';
import { addCompanyChange, COMPANY_CHANGES } from './demo.company.ts';
import { addWebhooks } from './demo.webhooks.ts';
import { invite } from './demo.partners.ts';
import type { DemoWorld, DemoPartner } from './demo.world.ts';
import { sampleApplication, type SampleApplication } from './samples/sample.applications.ts';
import { DAY_MS, workingTime } from './samples/sample.reviews.ts';

const { OWNER, BILLING, MEMBER, READ_ONLY } = PartnerRole;

const CHANGES_CLIENTS = new Set<unknown>([OWNER, MEMBER]);

/** A partner in the start message. */
export interface ShownPartner {
  /** Email address of the owner, from the application. */
  email: string;
  tier: PartnerTier;
  clients: number;
  /** Whether a program also creates clients. */
  byProgram: boolean;
  /** Users who have joined, besides the owner. */
  people: readonly { name: string; email: string; partnerRole: PartnerRole }[];
  /** Whether other systems of the partner hear of changes. */
  withWebhooks?: true;
  /** A user who was invited yesterday and has not joined yet. */
  invited?: { name: string; email: string };
}

/** Applications that were approved months ago, at any time of filling. */
export const SHOWN: readonly ShownPartner[] = [
  {
    email: 'ines.benoit@vantage-strategies.example',
    tier: PartnerTier.PLATINUM,
    clients: 60,
    byProgram: true,
    people: [
      { name: 'Hugo Lefèvre', email: 'hugo.lefevre@vantage-strategies.example', partnerRole: OWNER },
      { name: 'Camille Roux', email: 'camille.roux@vantage-strategies.example', partnerRole: MEMBER },
      { name: 'Léa Fontaine', email: 'lea.fontaine@vantage-strategies.example', partnerRole: MEMBER },
    ],
    invited: { name: 'Noé Girard', email: 'noe.girard@vantage-strategies.example' },
  },
  {
    email: 'priya.dsouza@zephyr-technologies.example',
    tier: PartnerTier.GOLD,
    clients: 40,
    byProgram: false,
    people: [
      { name: 'Tom Ashworth', email: 'tom.ashworth@zephyr-technologies.example', partnerRole: MEMBER },
      { name: 'Nadia Khan', email: 'nadia.khan@zephyr-technologies.example', partnerRole: BILLING },
      { name: 'Leo Marsh', email: 'leo.marsh@zephyr-technologies.example', partnerRole: READ_ONLY },
    ],
    withWebhooks: true,
  },
  {
    email: 'renee.washington@kompass-labs.example',
    tier: PartnerTier.SILVER,
    clients: 24,
    byProgram: false,
    people: [{ name: 'Curtis Bell', email: 'curtis.bell@kompass-labs.example', partnerRole: MEMBER }],
  },
  { email: 'fenna.bakker@windrose-media.example', tier: PartnerTier.SILVER, clients: 0, byProgram: false, people: [] },
];

/** Indexes: the referral application of one company becomes a further application of a shown reseller. */
const FURTHER = { index: 275, of: 34 };

/** Returns the sample application of an index, or the further application of a shown reseller's contact. */
export function demoApplication(index: number): SampleApplication {
  const told = sampleApplication(index);
  if (index !== FURTHER.index) return told;
  const first = sampleApplication(FURTHER.of);
  const { currentSolutions, targetMarket, motivation, additionalInformation, partnershipType } = told;
  return {
    ...first,
    currentSolutions,
    targetMarket,
    motivation: motivation.replaceAll(told.companyName, first.companyName),
    additionalInformation,
    partnershipType,
  };
}

/** Adds the users and clients of a partner in the start message. */
export function furnish(
  world: DemoWorld,
  partner: DemoPartner,
  { people, invited, withWebhooks, ...clients }: ShownPartner,
): void {
  const { chance, now } = world;
  const { owner } = partner;
  if (!owner.joinedAt) throw new Error(`${owner.email} has not joined.`);
  const firstWeek = workingTime(chance, owner.joinedAt.getTime() + DAY_MS, owner.joinedAt);
  const users = people.map((person) =>
    invite(world, partner, { ...person, at: firstWeek, by: owner, joinsWithin: 0.5 }),
  );
  const members = users.filter((_, index) => CHANGES_CLIENTS.has(people[index]?.partnerRole));
  if (invited) {
    invite(world, partner, { ...invited, partnerRole: MEMBER, at: new Date(now.getTime() - DAY_MS), by: owner });
  }
  addClients(world, partner, { ...clients, members, hasPlan: clients.tier !== PartnerTier.SILVER });
  if (withWebhooks) addWebhooks(world, partner);
  const change = COMPANY_CHANGES[owner.email];
  if (change) addCompanyChange(world, partner, change);
}
