import type { Chance, Weighted } from '../chance.ts';

/** An applicant's country, with typical names of people and companies. */
export interface Country {
  name: string;
  given: readonly string[];
  family: readonly string[];
  cities: readonly string[];
  /** Trades, as they appear in company names. */
  trades: readonly string[];
  legalForms: readonly string[];
  /** Numbers from ranges reserved for films and examples. Null if the country has none. */
  phone: (chance: Chance) => string | null;
}

const none = (): null => null;
const digits = (chance: Chance, count: number): string =>
  String(chance.between(0, 10 ** count - 1)).padStart(count, '0');

const germany: Country = {
  name: 'Germany',
  given: [
    'Jürgen',
    'Anke',
    'Björn',
    'Käthe',
    'Matthias',
    'Sabine',
    'Leyla',
    'Tobias',
    'Franziska',
    'Özlem',
    'Hans-Peter',
    'Miriam',
  ],
  family: [
    'Größmann',
    'Weber',
    'Müller',
    'Schäfer',
    'Yıldız',
    'von der Heide',
    'Krüger',
    'Brandt',
    'Weiß',
    'Hoffmann',
    'Köhler',
    'Albrecht',
  ],
  cities: ['Berlin', 'München', 'Köln', 'Hamburg', 'Nürnberg', 'Leipzig'],
  trades: [
    'Vertriebsberatung',
    'Systemhaus',
    'Digitalagentur',
    'Softwarehaus',
    'IT-Service',
    'Marketing',
    'Datentechnik',
    'Medien',
  ],
  legalForms: ['GmbH', 'GmbH', 'GmbH & Co. KG', 'AG', 'UG'],
  phone: (chance) =>
    `${chance.one(['+49 30 23125', '+49 69 90009', '+49 40 66969', '+49 89 99998'])} ${digits(chance, 3)}`,
};

const austria: Country = {
  name: 'Austria',
  given: ['Lukas', 'Theresa', 'Gernot', 'Katharina', 'Änne', 'Florian'],
  family: ['Gruber', 'Pichler', 'Hölzl', 'Steiner', 'Rößler', 'Wögerbauer'],
  cities: ['Wien', 'Graz', 'Linz', 'Salzburg'],
  trades: germany.trades,
  legalForms: ['GmbH', 'OG', 'KG'],
  phone: none,
};

const switzerland: Country = {
  name: 'Switzerland',
  given: ['Urs', 'Regula', 'Noémie', 'Beat', 'Chiara', 'Reto'],
  family: ['Zürcher', 'Bünzli', 'Favre', 'Bianchi', 'Aeschbacher', 'Rüegg'],
  cities: ['Zürich', 'Basel', 'Genève', 'Lugano'],
  trades: ['Consulting', 'Informatik', 'Digital', 'Treuhand', 'Systems', 'Beratung'],
  legalForms: ['AG', 'GmbH', 'Sàrl'],
  phone: none,
};

const britain: Country = {
  name: 'the United Kingdom',
  given: ['Harriet', 'Oliver', 'Priya', 'Callum', 'Zoë', 'Imran', 'Eleanor', 'Rhys', 'Amara', 'Fergus'],
  family: ["O'Connor", 'Whitfield', 'Patel', 'MacLeod', 'Okafor', "D'Souza", 'Hughes', 'Ashworth', 'Khan', 'St. John'],
  cities: ['London', 'Manchester', 'Bristol', 'Leeds', 'Edinburgh'],
  trades: ['Consulting', 'Growth Partners', 'Digital', 'Systems', 'Media', 'Solutions', 'Technologies', 'Advisory'],
  legalForms: ['Ltd', 'Ltd', 'LLP', 'plc'],
  phone: (chance) => `+44 20 7946 0${digits(chance, 3)}`,
};

const ireland: Country = {
  name: 'Ireland',
  given: ['Siobhán', 'Cillian', 'Aoife', 'Pádraig', 'Niamh'],
  family: ["O'Brien", 'Ó Súilleabháin', 'Byrne', "O'Reilly", 'Fitzgerald'],
  cities: ['Dublin', 'Cork', 'Galway'],
  trades: britain.trades,
  legalForms: ['Ltd', 'DAC'],
  phone: none,
};

const america: Country = {
  name: 'the United States',
  given: ['Madison', 'Tyler', 'Renée', 'José', 'Grace', 'Darnell', 'Hannah', 'Minh'],
  family: ["D'Angelo", 'Johnson', 'Núñez', 'Nguyen', 'Goldberg', 'Washington', "O'Malley", 'Lindqvist'],
  cities: ['Austin', 'Denver', 'Boston', 'Portland', 'Chicago'],
  trades: ['Labs', 'Growth', 'Systems', 'Partners', 'Software', 'Analytics', 'Cloud', 'Media Group'],
  legalForms: ['Inc.', 'LLC', 'Corp.'],
  phone: (chance) => `+1 ${chance.one(['512', '303', '617', '503'])} 555 01${digits(chance, 2)}`,
};

const france: Country = {
  name: 'France',
  given: ['François', 'Amélie', 'Étienne', 'Chloé', 'Thibault', 'Inès'],
  family: ["L'Hermitte", 'Dubois', 'Lefèvre', "d'Estaing", 'Benoît', 'Moreau'],
  cities: ['Paris', 'Lyon', 'Nantes', 'Bordeaux'],
  trades: ['Conseil', 'Numérique', 'Solutions', 'Stratégies', 'Ingénierie'],
  legalForms: ['SARL', 'SAS', 'SA'],
  phone: (chance) => `+33 1 99 00 ${digits(chance, 2)} ${digits(chance, 2)}`,
};

const netherlands: Country = {
  name: 'the Netherlands',
  given: ['Joost', 'Sanne', 'Daniël', 'Fenna', 'Thijs', 'Noor'],
  family: ["van 't Hoff", 'de Vries', 'van den Berg', 'Jansen', "in 't Veld", 'Bakker'],
  cities: ['Amsterdam', 'Utrecht', 'Rotterdam', 'Eindhoven'],
  trades: ['Advies', 'Digitaal', 'Automatisering', 'Groei', 'Media'],
  legalForms: ['B.V.', 'B.V.', 'N.V.'],
  phone: none,
};

const nordics: Country = {
  name: 'Sweden',
  given: ['Åsa', 'Göran', 'Frøya', 'Linnéa', 'Søren', 'Mikko'],
  family: ['Ångström', 'Lindström', 'Sjögren', 'Nørgaard', 'Hämäläinen', 'Bergqvist'],
  cities: ['Stockholm', 'Göteborg', 'Malmö'],
  trades: ['Konsult', 'Digital', 'Teknik', 'System', 'Tillväxt'],
  legalForms: ['AB'],
  phone: (chance) => `+46 8 465 004 ${digits(chance, 2)}`,
};

const poland: Country = {
  name: 'Poland',
  given: ['Łukasz', 'Agnieszka', 'Stanisław', 'Małgorzata', 'Michał'],
  family: ['Wójcik', 'Kowalczyk', 'Zięba', 'Łuczak', 'Śliwa'],
  cities: ['Warszawa', 'Kraków', 'Wrocław', 'Gdańsk'],
  trades: ['Doradztwo', 'Systemy', 'Software', 'Technologie'],
  legalForms: ['Sp. z o.o.', 'S.A.'],
  phone: none,
};

export const COUNTRIES: readonly Weighted<Country>[] = [
  [germany, 32],
  [britain, 18],
  [america, 12],
  [netherlands, 8],
  [france, 8],
  [switzerland, 6],
  [austria, 5],
  [nordics, 5],
  [poland, 4],
  [ireland, 2],
];

/** Invented words for company names. */
export const COINED = [
  'Nordlicht',
  'Brightpath',
  'Kestrel',
  'Blue Harbour',
  'Silberfuchs',
  'Quantiva',
  'Tandem',
  'Polaris',
  'Lumenworks',
  'Avelo',
  'Fjordside',
  'Meridian',
  'Clearwater',
  'Papillon',
  'Rückenwind',
  'Ironbridge',
  'Morgenröte',
  'Copper Lane',
  'Vantage',
  'Zephyr',
  'Sattelfest',
  'Oak & Ember',
  'Hexagon',
  'Salt & Signal',
  'Windrose',
  'Octavo',
  'Larkspur',
  'Tiefblau',
  'Paperboat',
  'Kompass',
] as const;
