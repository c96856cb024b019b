import type english from '../en/admin.ts';

const admin: typeof english = {
  title: 'Verwaltung',
  nav: { start: 'Übersicht', applications: 'Bewerbungen' },
  start: {
    title: 'Übersicht',
    lead: 'Alle Bewerbungen danach, wo ihre Prüfung steht.',
  },
  applications: {
    title: 'Bewerbungen',
    company: 'Unternehmen',
    contact: 'Kontakt',
    type: 'Partnerschaft',
    size: 'Größe',
    status: 'Stand',
    submitted: 'Eingegangen',
    searchHint: 'Unternehmen, Name oder E-Mail-Adresse',
    anyStatus: 'Jeder Stand',
    anyType: 'Jede Partnerschaft',
  },
  application: {
    notes: 'Notizen',
    addNote: 'Notiz schreiben',
    noteHint: 'Wer sich bewirbt, sieht Notizen nie.',
    saveNote: 'Notiz speichern',
    noteSaved: 'Die Notiz ist gespeichert',
    approve: 'Annehmen',
    approveQuestion: '{{company}} annehmen?',
    approveMeans: '{{company}} wird Partner, und {{email}} bekommt eine Einladung. Das ist endgültig.',
    email: 'E-Mail-Adresse',
    phone: 'Telefon',
    website: 'Website',
    industry: 'Branche',
    motivation: 'Beweggründe',
    targetMarket: 'Zielmarkt',
    currentSolutions: 'Heutige Lösungen',
    additionalInformation: 'Weiteres',
    missing: 'Diese Bewerbung gibt es nicht',
  },
};

export default admin;
