import type english from '../en/apply.ts';

const apply: typeof english = {
  landing: {
    title: 'Wachsen Sie mit ReachGenie',
    lead: 'Empfehlen Sie ReachGenie, verkaufen Sie es weiter oder entwickeln Sie dafür.',
    apply: 'Partner werden',
    signIn: 'Anmelden',
    reseller: 'Verkaufen Sie an eigene Kunden und verwalten Sie alle Kundenkonten an einem Ort.',
    referral: 'Empfehlen Sie ReachGenie und verdienen Sie Provisionen.',
    technology: 'Verbinden Sie Ihr Produkt mit unserem und erreichen Sie unsere Kunden.',
  },
  title: 'Partner werden',
  lead: 'Dauert etwa fünf Minuten. Sie erhalten innerhalb von fünf Arbeitstagen eine Antwort.',
  kept: 'Ihre Eingaben bleiben in diesem Tab, bis Sie sie absenden, auch wenn Sie die Seite neu laden.',
  company: 'Ihr Unternehmen',
  contact: 'Ansprechperson',
  about: 'Ihr Geschäft',
  companyName: 'Unternehmen',
  website: 'Website',
  websiteHint: 'www.example.com',
  companySize: 'Unternehmensgröße',
  industry: 'Branche',
  industryHint: 'Zum Beispiel: Software, Beratung oder Marketing',
  partnershipType: 'Art der Partnerschaft',
  contactName: 'Name',
  contactEmail: 'E-Mail-Adresse',
  contactEmailHint: 'An diese Adresse senden wir Neuigkeiten zu Ihrer Bewerbung.',
  contactPhone: 'Telefon',
  motivation: 'Motivation',
  motivationHint: 'Warum möchten Sie Partner werden?',
  targetMarket: 'Zielmarkt',
  targetMarketHint: 'Welche Kunden betreuen Sie?',
  currentSolutions: 'Aktuelle Lösungen',
  currentSolutionsHint: 'Welche Produkte nutzen Sie derzeit?',
  additionalInformation: 'Weitere Angaben',
  choose: 'Bitte wählen',
  submit: 'Bewerbung absenden',
  privacy: 'Wir verwenden Ihre Angaben, um Ihre Bewerbung zu prüfen und bei einer Zusage Ihr Konto einzurichten.',
  sent: {
    title: 'Vielen Dank, {{name}}',
    text: 'Die Bewerbung von {{company}} ist eingegangen. Wir haben eine Bestätigung an {{email}} gesendet.',
    next: 'Nächste Schritte',
    read: { title: 'Prüfung', text: 'Unser Partnerteam liest jede Bewerbung.' },
    decide: {
      title: 'Entscheidung',
      text: 'Innerhalb von fünf Arbeitstagen erhalten Sie eine E-Mail von uns.',
    },
    start: {
      title: 'Start',
      text: 'Bei einer Zusage laden wir Sie per E-Mail zu Ihrem Partnerkonto ein.',
    },
    private: 'Ihre Statusseite',
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
      PENDING: 'Wir haben Ihre Bewerbung erhalten. Sie hören innerhalb von fünf Arbeitstagen von uns.',
      REVIEWING: 'Unser Partnerteam prüft Ihre Bewerbung.',
      APPROVED: 'Willkommen im Partnerprogramm! Die nächsten Schritte haben wir Ihnen per E-Mail gesendet.',
      REJECTED:
        'Vielen Dank für Ihr Interesse. Wir können Ihnen derzeit leider keine Partnerschaft anbieten. Sie können sich gern erneut bewerben.',
      WITHDRAWN: 'Sie haben diese Bewerbung zurückgezogen. Sie können sich jederzeit erneut bewerben.',
    },
    history: 'Verlauf',
    submitted: 'Eingegangen',
    withdraw: 'Bewerbung zurückziehen',
    withdrawMeans:
      'Wir prüfen die Bewerbung von {{company}} dann nicht weiter. Das lässt sich nicht rückgängig machen. Sie können sich aber erneut bewerben.',
  },
};

export default apply;
