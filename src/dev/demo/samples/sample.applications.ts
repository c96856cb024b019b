import { CompanySize, PartnershipType } from '../../../applications/application.enums.ts';
import type { SubmitPartnerApplicationInput } from '../../../applications/application.inputs.ts';
import { Language } from '../../../core/text/language.ts';
import { Chance, type Weighted } from '../chance.ts';
import { COINED, COUNTRIES, type Country } from './sample.names.ts';
import {
  ADDITIONAL_INFORMATION,
  CLOSINGS,
  CURRENT_SOLUTIONS,
  INDUSTRIES,
  OPENINGS,
  REASONS,
  TARGET_MARKETS,
  type Subject,
} from './sample.texts.ts';

/** The input of an application. All addresses end in `.example`, which is reserved. */
export type SampleApplication = Required<SubmitPartnerApplicationInput>;

/** From this index on, addresses contain the index to be unique. Earlier ones are unique by chance. */
const NUMBERED_FROM = 400;

const PARTNERSHIP_TYPES: readonly Weighted<PartnershipType>[] = [
  [PartnershipType.RESELLER, 45],
  [PartnershipType.REFERRAL, 35],
  [PartnershipType.TECHNOLOGY, 20],
];

const COMPANY_SIZES: readonly Weighted<CompanySize>[] = [
  [CompanySize.SIZE_1_10, 34],
  [CompanySize.SIZE_11_50, 31],
  [CompanySize.SIZE_51_200, 20],
  [CompanySize.SIZE_201_500, 9],
  [CompanySize.SIZE_501_PLUS, 6],
];

/** Returns a plausible application, always the same for an index. Takes some 10 microseconds. */
export function sampleApplication(index: number): SampleApplication {
  const chance = new Chance(index);
  const country = chance.weighted(COUNTRIES);
  const partnershipType = chance.weighted(PARTNERSHIP_TYPES);
  const industry = chance.weighted(INDUSTRIES);
  const givenName = chance.one(country.given);
  const familyName = chance.one(country.family);
  const brand = brandOf(chance, country);
  const companyName = `${brand} ${chance.one(country.legalForms)}`;
  const domain = `${plain(brand)}.example`;
  const mailbox = `${plain(givenName)}.${plain(familyName)}${index < NUMBERED_FROM ? '' : index}`;
  const subject: Subject = {
    company: companyName,
    country: country.name,
    city: chance.one(country.cities),
    industry: industry.replaceAll(/[A-Z][a-z]/g, (letters) => letters.toLowerCase()),
  };
  const tell = (sentences: readonly ((subject: Subject) => string)[], count: number) =>
    chance.some(sentences, count).map((sentence) => sentence(subject));

  return {
    companyName,
    contactName: `${givenName} ${familyName}`,
    contactEmail: `${mailbox}@${domain}`,
    contactPhone: chance.is(0.7) ? country.phone(chance) : null,
    website: chance.is(0.8) ? `https://www.${domain}/` : null,
    partnershipType,
    companySize: chance.weighted(COMPANY_SIZES),
    industry,
    currentSolutions: chance.is(0.55) ? tell(CURRENT_SOLUTIONS, chance.between(1, 2)).join(' ') : null,
    targetMarket: chance.is(0.75) ? tell(TARGET_MARKETS, chance.between(1, 2)).join(' ') : null,
    motivation: [
      [...tell(OPENINGS, 1), ...tell(REASONS[partnershipType], chance.between(1, 3))].join(' '),
      ...tell(CLOSINGS, chance.between(0, 1)),
    ].join('\n\n'),
    additionalInformation: chance.is(0.25) ? tell(ADDITIONAL_INFORMATION, 1).join(' ') : null,
    language: Language.EN,
  };
}

/** Returns a company's name without its legal form. */
function brandOf(chance: Chance, { family, cities, trades }: Country): string {
  const coined = chance.is(0.55);
  const first = coined ? chance.one(COINED) : chance.some(family, chance.between(1, 2)).join(' & ');
  return `${first} ${coined && chance.is(0.3) ? chance.one(cities) : chance.one(trades)}`;
}

const SPELLED_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ø: 'o', å: 'a', ł: 'l', ı: 'i' };

/** Converts a name for an address: `Größmann & Ó Súilleabháin` becomes `groessmann-o-suilleabhain`. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[äöüßøåłı]/g, (letter) => SPELLED_OUT[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f'.]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
