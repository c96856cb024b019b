import type english from '../en/apply.ts';

const apply: typeof english = {
  landing: {
    title: 'Wachsen Sie mit ReachGenie',
    lead: 'Empfehlen Sie ReachGenie, verkaufen Sie es weiter oder entwickeln Sie dafür.',
    apply: 'Partner werden',
    signIn: 'Anmelden',
    reseller: 'Verkaufen Sie an eigene Kunden und verwalten Sie alle Konten an einem Ort.',
    referral: 'Empfehlen Sie ReachGenie und verdienen Sie an jedem Kunden, der bleibt.',
    technology: 'Verbinden Sie Ihr Produkt mit unserem und erreichen Sie damit unsere Kunden.',
  },
  title: 'Partner werden',
  lead: 'Dauert etwa fünf Minuten. Sie erhalten innerhalb von fünf Arbeitstagen eine Antwort.',
  kept: 'Ihre Eingaben bleiben in diesem Tab, bis Sie sie absenden, auch wenn Sie die Seite neu laden.',
  company: 'Ihr Unternehmen',
  contact: 'Ansprechperson',
  about: 'Über Ihr Geschäft',
  companyName: 'Unternehmen',
  website: 'Website',
  websiteHint: 'www.example.com',
  companySize: 'Unternehmensgröße',
  industry: 'Branche',
  industryHint: 'In eigenen Worten: Software, Beratung, Marketing …',
  partnershipType: 'Art der Partnerschaft',
  contactName: 'Name',
  contactEmail: 'E-Mail-Adresse',
  contactEmailHint: 'An diese Adresse schreiben wir wegen Ihrer Bewerbung.',
  contactPhone: 'Telefon',
  motivation: 'Warum möchten Sie Partner werden?',
  targetMarket: 'Zielmarkt',
  targetMarketHint: 'Welche Kunden betreuen Sie?',
  currentSolutions: 'Was benutzen Sie heute?',
  additionalInformation: 'Was sollten wir noch wissen?',
  choose: 'Bitte wählen',
  submit: 'Bewerbung absenden',
  privacy: 'Wir verwenden Ihre Angaben, um Ihre Bewerbung zu prüfen und bei einer Zusage Ihr Konto einzurichten.',
  sent: {
    title: 'Vielen Dank, {{name}}',
    text: 'Die Bewerbung von {{company}} ist eingegangen. Eine Bestätigung ist unterwegs an {{email}}.',
    next: 'Wie es weitergeht',
    read: { title: 'Wir lesen', text: 'Unser Partnerteam liest jede Bewerbung.' },
    decide: {
      title: 'Wir entscheiden',
      text: 'Innerhalb von fünf Arbeitstagen erhalten Sie eine E-Mail von uns.',
    },
    start: {
      title: 'Sie fangen an',
      text: 'Nach der Zusage bekommen Sie die Einladung in Ihr Partnerkonto per E-Mail.',
    },
    private: 'Ihre private Seite',
    privateHint:
      'Hier verfolgen Sie Ihre Bewerbung oder ziehen sie zurück. Den Link haben Sie auch per E-Mail erhalten. Geben Sie ihn nicht weiter.',
    another: 'Weitere Bewerbung absenden',
  },
  status: {
    title: 'Ihre Bewerbung',
    lead: '{{type}}, eingegangen am {{date}}',
    missing: 'Dieser Link ist ungültig',
    missingHint: 'Öffnen Sie den Link in unserer letzten E-Mail erneut und achten Sie auf die vollständige Adresse.',
    means: {
      PENDING: 'Wir haben Ihre Bewerbung erhalten und beginnen innerhalb von fünf Arbeitstagen mit der Prüfung.',
      REVIEWING: 'Unser Partnerteam liest sie gerade.',
      APPROVED: 'Willkommen im Programm! Die Einladung zu Ihrem Konto liegt in Ihrem Postfach.',
      REJECTED:
        'Vielen Dank für Ihr Interesse. Wir können Ihnen derzeit leider keine Partnerschaft anbieten. Sie können sich gern erneut bewerben.',
      WITHDRAWN: 'Sie haben diese Bewerbung zurückgezogen. Sie können sich jederzeit erneut bewerben.',
    },
    history: 'Verlauf',
    submitted: 'Eingegangen',
    withdraw: 'Bewerbung zurückziehen',
    withdrawMeans:
      'Die Prüfung der Bewerbung von {{company}} endet. Das lässt sich nicht rückgängig machen. Sie können sich aber erneut bewerben.',
  },
};

export default apply;
