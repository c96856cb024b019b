import type english from '../en/provisioning.ts';

const provisioning: typeof english = {
  title: 'ReachGenie-Konto',
  status: { PENDING: 'Ausstehend', APPLYING: 'Wird bereitgestellt', READY: 'Bereitgestellt', FAILED: 'Fehlgeschlagen' },
  problem: {
    REFUSED: 'ReachGenie hat die Angaben zum Kunden nicht angenommen. Prüfen Sie sie und senden Sie den Kunden erneut.',
    UNAVAILABLE: 'ReachGenie ist zurzeit nicht erreichbar. Wir versuchen es 24 Stunden lang erneut.',
    UNCONFIRMED: 'ReachGenie hat den Kunden noch nicht bestätigt. Wir versuchen es 24 Stunden lang erneut.',
    NEWER_VERSION: 'ReachGenie hatte neuere Angaben zum Kunden. Wir senden Ihre noch einmal.',
    HELD: 'Wir haben unsere Daten aus einem Backup wiederhergestellt. Unser Team prüft den Kunden, bevor er erneut gesendet wird.',
  },
  failure: {
    REFUSED: 'ReachGenie hat die Angaben zum Kunden nicht angenommen. Prüfen Sie sie und senden Sie den Kunden erneut.',
    UNAVAILABLE: 'ReachGenie war 24 Stunden lang nicht erreichbar. Senden Sie den Kunden erneut.',
    UNCONFIRMED: 'ReachGenie hat den Kunden 24 Stunden lang nicht bestätigt. Senden Sie den Kunden erneut.',
    NEWER_VERSION:
      'ReachGenie hatte 24 Stunden lang jedes Mal neuere Angaben zum Kunden. Senden Sie den Kunden erneut.',
    HELD: 'Wir haben unsere Daten aus einem Backup wiederhergestellt. Unser Team prüft den Kunden, bevor er erneut gesendet wird.',
  },
  applied: 'Zuletzt bereitgestellt',
  never: 'Noch nicht',
  nextTry: 'Nächster Versuch',
  detail: 'Antwort des Produkts',
  again: 'Erneut senden',
  sent_one: '{{count, number}} Kunde wird erneut gesendet',
  sent_other: '{{count, number}} Kunden werden erneut gesendet',
  list: {
    title: 'Bereitstellung',
    all: 'Alle',
    failed: 'Fehlgeschlagen',
    overtaken: 'Im Produkt neuer',
    client: 'Kunde',
    partner: 'Partner',
    state: 'Status',
    reason: 'Grund',
    tries: 'Versuche',
    since: 'Geändert',
    overtakenAt: 'Produkt war neuer',
    externalId: 'ID im Produkt',
    newer: 'Das Produkt hatte eine neuere Version. Jetzt hat es unsere.',
    open: 'Kunden öffnen',
    none: 'Alle Kunden sind bereitgestellt',
    noneHint: 'Kunden erscheinen hier, wenn das Produkt sie ablehnt oder 24 Stunden lang nicht erreichbar ist.',
  },
};

export default provisioning;
