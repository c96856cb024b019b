import type english from '../en/settings.ts';

const settings: typeof english = {
  title: 'Meine Einstellungen',
  saved: 'Einstellungen gespeichert.',
  profile: {
    title: 'Profil',
    lead: 'Ihr Name erscheint bei Ihrem Team und im Audit-Log.',
    name: 'Name',
    email: 'E-Mail-Adresse',
    save: 'Namen speichern',
    saved: 'Name in {{name}} geändert.',
  },
  display: {
    title: 'Sprache und Zeit',
    lead: 'Für Seiten und E-Mails, auf allen Ihren Geräten.',
    language: 'Sprache',
    timeZone: 'Zeitzone',
    timeZoneNow: 'Dort ist es jetzt {{time}}.',
    noZone: 'Keine Zeitzone mit diesem Namen',
    dateFormat: 'Datumsformat',
    dateFormats: {
      LANGUAGE: 'Wie in der Sprache üblich',
      DAY_FIRST: 'Tag zuerst (30.11.2026)',
      MONTH_FIRST: 'Monat zuerst (nur auf Englisch)',
      ISO: 'Jahr zuerst (2026-11-30)',
    },
  },
  browser: {
    title: 'Dieser Browser',
    lead: 'Diese Einstellungen gelten nur hier.',
    theme: 'Darstellung',
    themes: { auto: 'System', light: 'Hell', dark: 'Dunkel' },
  },
};

export default settings;
