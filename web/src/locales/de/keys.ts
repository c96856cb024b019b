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
  nameHint: 'Zum Beispiel: CRM-Abgleich',
  createdBy: 'Erstellt von',
  searchHint: 'Name oder erste Zeichen',
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
  lastUsed: 'Zuletzt verwendet',
  expires: 'Läuft ab',
  expiresMissing: 'Bitte wählen Sie ein Datum innerhalb eines Jahres.',
  never: 'Nie',
  replaced: 'Ersetzt',
  revoke: 'API-Schlüssel widerrufen',
  revokeTitle: '„{{name}}“ widerrufen?',
  revokeMeans:
    'Systeme, die diesen Schlüssel verwenden, verlieren sofort den Zugriff. Das lässt sich nicht rückgängig machen.',
  revoked: 'API-Schlüssel widerrufen.',
  rotate: 'API-Schlüssel ersetzen',
  rotateMeans:
    'Sie erhalten einen neuen Schlüssel mit demselben Zugriff. „{{name}}“ bleibt bis zum Ablauf gültig, damit Sie ohne Ausfall wechseln können.',
  overlap: 'Bisheriger Schlüssel läuft ab',
  overlaps: { h0: 'Sofort', h1: 'In 1 Stunde', h24: 'In 1 Tag', h72: 'In 3 Tagen', h168: 'In 7 Tagen' },
  uses: 'Nutzung anzeigen',
  usesOf: 'Nutzung von {{name}}',
  usesLead: 'Die letzten 90 Tage. Neue Anfragen erscheinen nach etwa einer Minute.',
  usesEmpty: 'In den letzten 90 Tagen nicht verwendet',
  from: 'IP-Adresse',
  others: 'Andere Adressen',
  requests: 'Anfragen',
  refused: 'Abgewiesen',
  onceTitle: 'Kopieren Sie Ihren Schlüssel jetzt',
  once: 'Sie können diesen Schlüssel später nicht mehr anzeigen.',
  kept: 'Ich habe den Schlüssel gespeichert',
  example: 'Beispielanfrage',
  restDocs: 'Dokumentation der REST-API',
};

export default keys;
