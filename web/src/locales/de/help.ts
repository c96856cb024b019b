import type en from '../en/help.ts';

const help: typeof en = {
  about: 'Erklärung: {{title}}',
  more: 'Support fragen',
  topics: {
    approvalRate: {
      title: 'Annahmequote',
      text: 'Angenommene Bewerbungen, geteilt durch angenommene und abgelehnte. Zurückgezogene zählen nicht.',
    },
    timeToDecision: {
      title: 'Zeit bis zur Entscheidung',
      text: 'Die Hälfte der Entscheidungen fiel schneller, gezählt ab dem Eingang in Tagen zu 24 Stunden.',
    },
    funnel: {
      title: 'Funnel',
      text: 'In diesem Zeitraum eingegangene Bewerbungen nach ihrem heutigen Status. Jeder Schritt enthält den nächsten. Zurückgezogene zählen nur als eingegangen.',
    },
    attention: {
      title: 'Kunden mit Handlungsbedarf',
      text: 'Kunden mit gesperrtem Abonnement oder überfälligem Onboarding und Kunden der letzten 60 Tage, deren Konto noch niemand aus Ihrem Team geöffnet hat.',
    },
    access: {
      title: 'Zugriff auf ein Kundenkonto',
      text: 'Sie arbeiten 15 Minuten im Konto eines Kunden. Wir halten fest, wer wann und warum zugreift. Die Daten gehören weiterhin Ihrem Kunden.',
    },
    tier: {
      title: 'Stufe',
      text: 'Ihre Stufe im Programm. Jede Stufe bietet mehr Vorteile als die vorherige. Ihr Partnerteam sagt Ihnen, wie Sie die nächste erreichen.',
    },
  },
};

export default help;
