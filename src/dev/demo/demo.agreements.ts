import { FilePurpose } from '../../files/file.enums.ts';
import { PartnershipType } from '../../tenants/partnership.type.ts';
import { Chance } from './chance.ts';
import { created } from './demo.trail.ts';
import type { DemoAdmin, DemoWorld, DemoPartner } from './demo.world.ts';
import { addFile } from './files/demo.files.ts';
import { demoPdf } from './files/demo.pdf.ts';
import { DAY_MS } from './samples/sample.reviews.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

const TEXTS = [
  'This agreement is between ReachGenie and the reseller.',
  '1. The reseller sells ReachGenie to its own clients, and manages their accounts.',
  '2. Each side keeps what it learns about the other confidential.',
  '3. Each side can end the agreement with three months of notice.',
];

interface Published {
  number: number;
  /** Days before now, and days until it binds after that. */
  daysAgo: number;
  bindsAfter: number;
  changes: string | null;
}

const VERSIONS: readonly Published[] = [
  { number: 1, daysAgo: 290, bindsAfter: 0, changes: null },
  { number: 2, daysAgo: 75, bindsAfter: 45, changes: 'Clause 3: the notice period is three months instead of one.' },
  { number: 3, daysAgo: 4, bindsAfter: 40, changes: 'Clause 2: covers the data of clients too.' },
];

/** The newest version that each shown reseller has accepted. */
const ACCEPTED: Readonly<Record<string, number>> = {
  'kompass-labs': 1,
  'zephyr-technologies': 2,
  'vantage-strategies': 3,
};

interface Version {
  id: string;
  number: number;
  sha256: string;
  publishedAt: Date;
  bindingFrom: Date;
}

/**
 * Adds the agreement of all resellers with three versions. Of the resellers in the start message, one has accepted the
 * upcoming version, one the binding one, and one only the first, so that it must accept. The first one also has a
 * negotiated agreement with a countersigned copy.
 */
export function addAgreements(world: DemoWorld, admin: DemoAdmin, partners: readonly DemoPartner[]): void {
  const { now, rows, trail } = world;
  const chance = new Chance(5);
  const resellers = partners.filter(({ owner, isReseller }) => owner.joinedAt && isReseller);
  const general = addAgreement('Reseller agreement', null, VERSIONS[0]?.daysAgo ?? 0);
  for (const published of VERSIONS) {
    const version = addVersion(general, published, TEXTS);
    for (const partner of resellers) {
      if (published.number <= newestOf(partner)) addAcceptance(general.title, version, partner);
    }
  }
  const special = resellers.find(({ owner }) => owner.email.includes('vantage-strategies'));
  if (!special) return;
  const negotiated = addAgreement('Enterprise pricing', special.id, 60);
  const terms = [`This agreement is between ReachGenie and ${special.companyName}.`, ...TEXTS.slice(1)];
  const only = addVersion(negotiated, { number: 1, daysAgo: 60, bindsAfter: 0, changes: null }, terms, true);
  addAcceptance(negotiated.title, only, special);

  function newestOf({ owner, id }: DemoPartner): number {
    const shown = Object.keys(ACCEPTED).find((domain) => owner.email.includes(domain));
    return shown === undefined ? 1 + (Number.parseInt(id.slice(-1), 16) % 3 === 0 ? 0 : 1) : (ACCEPTED[shown] ?? 0);
  }

  function addAgreement(title: string, resellerId: string | null, daysAgo: number) {
    const at = new Date(now.getTime() - (daysAgo + 1) * DAY_MS);
    const told = { title, isRequired: true, partnershipTypes: resellerId ? [] : [PartnershipType.RESELLER] };
    const agreement = { id: chance.idAt(at), resellerId, ...told, createdAt: at, updatedAt: at };
    rows.agreement.push(agreement);
    trail.write({
      at,
      by: admin,
      action: 'agreement.created',
      on: on(agreement.id),
      resellerId,
      changes: created(told),
    });
    return agreement;
  }

  function addVersion(
    { id: agreementId, title }: { id: string; title: string },
    { number, daysAgo, bindsAfter, changes }: Published,
    text: readonly string[],
    isCountersigned = false,
  ): Version {
    const at = new Date(now.getTime() - daysAgo * DAY_MS);
    const file = addPdf(`${title} ${number}.pdf`, at, demoPdf(`${title}, version ${number}`, text));
    const signed = isCountersigned
      ? addPdf(`${title} (signed).pdf`, at, demoPdf(title, [...text, '', 'Signed by both sides.'])).id
      : null;
    const bindingFrom = new Date(at.getTime() + bindsAfter * DAY_MS);
    const told = { number, fileId: file.id, sha256: file.sha256, changes, publishedAt: at, bindingFrom };
    const id = chance.idAt(at);
    rows.agreement_version.push({ id, agreementId, ...told, countersignedFileId: signed });
    trail.write({
      at,
      by: admin,
      action: 'agreement.version_published',
      on: on(agreementId),
      changes: created({ versionId: id, ...told }),
    });
    return { id, number, sha256: file.sha256, publishedAt: at, bindingFrom };
  }

  function addPdf(name: string, at: Date, content: Buffer): { id: string; sha256: string } {
    const file = { purpose: FilePurpose.AGREEMENT, name, contentType: 'application/pdf', content };
    return addFile(world, { ...file, resellerId: null, by: admin, at, claimedAt: at });
  }

  function addAcceptance(agreementTitle: string, version: Version, { id: resellerId, owner }: DemoPartner): void {
    const since = Math.max(version.publishedAt.getTime(), owner.joinedAt?.getTime() ?? 0);
    const at = new Date(since + chance.next() * Math.min(3 * DAY_MS, now.getTime() - since));
    const told = {
      versionId: version.id,
      agreementTitle,
      versionNumber: version.number,
      userId: owner.id,
      name: nameOf(owner.id),
      title: 'Managing Director',
      sha256: version.sha256,
    };
    const id = chance.idAt(at);
    const proof = { ipAddress: owner.address, userAgent: BROWSER, acceptedAt: at };
    rows.agreement_acceptance.push({ id, resellerId, ...told, ...proof });
    const target = { type: 'AgreementAcceptance', id };
    trail.write({
      at,
      by: owner,
      action: 'agreement.accepted',
      on: target,
      changes: created({ ...told, acceptedAt: at }),
    });
  }

  function nameOf(userId: string): string {
    const user = rows.user_account.find((each) => Reflect.get(each, 'id') === userId);
    return String(Reflect.get(user ?? {}, 'name'));
  }
}

const on = (id: string) => ({ type: 'Agreement', id });
