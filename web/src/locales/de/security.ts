import type english from '../en/security.ts';

const security: typeof english = {
  password: {
    title: 'Passwort',
    current: 'Aktuelles Passwort',
    submit: 'Passwort ändern',
    effect: 'Wenn Sie Ihr Passwort ändern, werden Sie auf allen anderen Geräten abgemeldet.',
    done: 'Passwort geändert.',
  },
  factor: {
    title: 'Zwei-Faktor-Authentifizierung',
    lead: 'Bei der Anmeldung fragen wir zusätzlich einen Code aus einer App auf Ihrem Smartphone ab. Ein gestohlenes Passwort allein reicht dann nicht aus.',
    off: 'Aus',
    on: 'Aktiv seit {{date}}',
    turnOn: 'Authenticator-App einrichten',
    turnOff: 'Ausschalten',
    turnOffTitle: 'Zwei-Faktor-Authentifizierung ausschalten?',
    turnOffMeans: 'Für die Anmeldung reicht dann Ihr Passwort. Ihre Wiederherstellungscodes werden ungültig.',
    turnOffRequired:
      'Für Ihr Konto ist die Zwei-Faktor-Authentifizierung erforderlich. Sie müssen sie sofort neu einrichten.',
    turnedOff: 'Zwei-Faktor-Authentifizierung ausgeschaltet.',
    codesLeft_one: 'Noch {{count}} Wiederherstellungscode',
    codesLeft_other: 'Noch {{count}} Wiederherstellungscodes',
    renew: 'Neue Wiederherstellungscodes erstellen',
    renewTitle: 'Neue Wiederherstellungscodes erstellen?',
    renewMeans: 'Ihre bisherigen Wiederherstellungscodes werden ungültig.',
  },
  setup: {
    scan: 'Scannen Sie diesen QR-Code mit einer Authenticator-App wie Google Authenticator, Microsoft Authenticator oder 1Password.',
    qr: 'QR-Code für Ihre Authenticator-App',
    type: 'Scannen nicht möglich? Geben Sie diesen Schlüssel in der App ein:',
    code: 'Code aus der App',
    codeHint: '6 Ziffern',
    submit: 'Einschalten',
    start: 'Weiter',
  },
  codes: {
    title: 'Wiederherstellungscodes speichern',
    once: 'Bewahren Sie diese Codes sicher auf, zum Beispiel in einem Passwort-Manager. Mit jedem können Sie sich einmal anmelden, wenn Sie Ihr Smartphone verlieren. Sie werden nicht noch einmal angezeigt.',
    download: 'Codes herunterladen',
    copy: 'Codes kopieren',
    file: 'reachgenie-wiederherstellungscodes.txt',
    done: 'Ich habe die Codes gespeichert',
  },
  required: {
    title: 'Zwei-Faktor-Authentifizierung einrichten',
    lead: 'Ihr Konto erfordert Zwei-Faktor-Authentifizierung. Richten Sie sie ein, um fortzufahren.',
  },
  sessions: {
    title: 'Geräte',
    lead: 'Auf diesen Geräten sind Sie angemeldet.',
    unknown: 'Unbekanntes Gerät',
    device: '{{browser}} unter {{system}}',
    current: 'Dieses Gerät',
    detail: '{{address}}, angemeldet am {{started}}, zuletzt verwendet am {{used}}',
    end: 'Abmelden',
    endNamed: '{{device}} abmelden',
    ended: 'Gerät abgemeldet.',
    endOthers: 'Andere Geräte abmelden',
    endOthersTitle: 'Alle anderen Geräte abmelden?',
    endOthersMeans: 'Auf diesen Geräten ist danach eine erneute Anmeldung nötig.',
    othersEnded: 'Alle anderen Geräte abgemeldet.',
  },
};

export default security;
