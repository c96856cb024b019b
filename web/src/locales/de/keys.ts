import type en from '../en/keys.ts';

const keys: typeof en = {
  title: 'API-Schlüssel',
  lead: {
    ADMIN: 'Verbinden Sie eigene Systeme mit dem Partnerprogramm.',
    PARTNER: 'Verbinden Sie eigene Systeme mit Ihrem Konto.',
  },
  make: 'API-Schlüssel erstellen',
  empty: 'Noch keine API-Schlüssel',
  name: 'Name',
  nameHint: 'Wozu er dient, damit Sie ihn wiedererkennen.',
  by: 'Erstellt von {{name}}',
  prefix: 'Beginnt mit',
  access: 'Zugriff',
  scope: { READ: 'Lesen', CLIENTS: 'Kunden', REVIEW: 'Prüfung' },
  means: {
    READ: 'Daten lesen, ohne sie zu ändern.',
    CLIENTS: 'Kunden lesen und ändern.',
    REVIEW: 'Bewerbungen lesen und prüfen.',
  },
  accessMissing: 'Bitte wählen Sie mindestens einen Zugriff.',
  addresses: 'Erlaubte Adressen',
  addressesHint:
    'Eine IP-Adresse oder ein Bereich pro Zeile, zum Beispiel 203.0.113.7 oder 203.0.113.0/24. Ohne Eintrag ist jede Adresse erlaubt.',
  addressesCount_one: '{{count}} Adresse oder Bereich',
  addressesCount_other: '{{count}} Adressen oder Bereiche',
  lastUsed: 'Zuletzt benutzt',
  expires: 'Läuft ab',
  expiresMissing: 'Bitte wählen Sie ein Datum innerhalb eines Jahres.',
  never: 'Nie',
  replaced: 'Ersetzt',
  actions: 'Aktionen',
  revoke: 'API-Schlüssel widerrufen',
  revokeTitle: '„{{name}}“ widerrufen?',
  revokeMeans:
    'Alles, was diesen Schlüssel benutzt, funktioniert sofort nicht mehr. Das lässt sich nicht rückgängig machen.',
  revoked: 'API-Schlüssel widerrufen.',
  rotate: 'API-Schlüssel ersetzen',
  rotateMeans:
    'Sie erhalten einen neuen Schlüssel mit demselben Zugriff. „{{name}}“ bleibt noch eine Weile gültig, damit Sie ohne Ausfall wechseln können.',
  overlap: 'Bisherigen Schlüssel behalten für',
  overlaps: { h0: 'Gar nicht', h1: '1 Stunde', h24: '1 Tag', h72: '3 Tage', h168: '7 Tage' },
  uses: 'Nutzung anzeigen',
  usesOf: 'Nutzung von {{name}}',
  usesLead: 'Die letzten 90 Tage. Neue Anfragen erscheinen nach etwa einer Minute.',
  usesEmpty: 'In den letzten 90 Tagen nicht benutzt',
  from: 'Von',
  others: 'Andere Adressen',
  requests: 'Anfragen',
  refused: 'Abgewiesen',
  onceTitle: 'Kopieren Sie den Schlüssel jetzt',
  once: 'Sie können diesen Schlüssel später nicht mehr anzeigen.',
  kept: 'Ich habe den Schlüssel gespeichert',
  example: 'So wird ein Schlüssel benutzt',
};

export default keys;
