import type { InLanguages } from '../../email/email.template.ts';

/** Stored with emails, so the names never change. */
export type CredentialChange =
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_RESET'
  | 'FACTOR_ADDED'
  | 'FACTOR_REMOVED'
  | 'FACTOR_RESET'
  | 'RECOVERY_CODES_RENEWED'
  | 'RECOVERY_CODE_USED'
  | 'CODES_REFUSED'
  | 'API_KEY_CREATED'
  | 'API_KEY_ROTATED'
  | 'API_KEY_REVOKED';

export interface Changed {
  change: CredentialChange;
  /** RFC 3339. */
  at: string;
  address: string;
  userAgent: string | null;
  /** Remaining recovery codes. */
  codesLeft: number | null;
  /** First characters of the API key. */
  keyPrefix: string | null;
  /** The start of the key that replaces it, and the time until which the earlier key works (RFC 3339). */
  replacement?: { prefix: string; until: string } | null;
  /** Whether it is a key of an admin. Emails from before admins had keys lack it. */
  isOfAdmin?: boolean;
}

interface Wording {
  changes: Record<CredentialChange, { subject: string; text: (data: Changed) => string }>;
  preview: string;
  footer: string;
  origin: (time: string, origin: string) => string;
  device: (browser: string, operatingSystem: string) => string;
  next: string;
  reset: string;
}

export const CREDENTIAL_WORDING: InLanguages<Wording> = {
  EN: {
    changes: {
      PASSWORD_CHANGED: {
        subject: 'Your password was changed',
        text: () => 'The password for your account was changed. All other sessions have ended.',
      },
      PASSWORD_RESET: {
        subject: 'Your password was reset',
        text: () => 'The password for your account was reset with an emailed link. All sessions have ended.',
      },
      FACTOR_ADDED: {
        subject: 'Two-factor authentication is on',
        text: () =>
          'You now need a code from your authenticator app to sign in. Keep your recovery codes in a safe place.',
      },
      FACTOR_REMOVED: {
        subject: 'Two-factor authentication is off',
        text: () => 'You no longer need a code from an authenticator app to sign in.',
      },
      FACTOR_RESET: {
        subject: 'Your two-factor authentication was reset',
        text: () =>
          'An admin or an owner of your account turned off your two-factor authentication. All your sessions have ended. Turn it on again after you sign in.',
      },
      RECOVERY_CODES_RENEWED: {
        subject: 'You have new recovery codes',
        text: () => 'New recovery codes were created for your account. The previous codes no longer work.',
      },
      RECOVERY_CODE_USED: {
        subject: 'A recovery code was used',
        text: ({ codesLeft }) =>
          `A recovery code was used instead of a code from your authenticator app. ${codesLeft} of 10 are left. You can create new ones at any time.`,
      },
      CODES_REFUSED: {
        subject: 'Someone entered wrong codes for your account',
        text: () =>
          'Someone who may know your password entered 10 wrong authentication codes. Your account accepts no codes for one hour. If this wasn’t you, change your password.',
      },
      API_KEY_CREATED: {
        subject: 'An API key was created',
        text: (data) => `The API key starting with ${data.keyPrefix} was created in ${accountInEnglish(data)}.`,
      },
      API_KEY_ROTATED: {
        subject: 'An API key was replaced',
        text: (data) =>
          `The API key starting with ${data.keyPrefix} was replaced in ${accountInEnglish(data)}. ${newKeyInEnglish(data)}`,
      },
      API_KEY_REVOKED: {
        subject: 'An API key was revoked',
        text: (data) => `The API key starting with ${data.keyPrefix} was revoked in ${accountInEnglish(data)}.`,
      },
    },
    preview: 'If you expected this, you don’t need to do anything.',
    footer:
      'You’re receiving this email because it concerns the security of your account. You can’t unsubscribe from these emails.',
    origin: (time, origin) => `${time}, from ${origin}.`,
    device: (browser, operatingSystem) => `${browser} on ${operatingSystem}`,
    next: 'If you expected this, you don’t need to do anything. If you didn’t, reset your password now and reply to this email.',
    reset: 'Reset password',
  },
  DE: {
    changes: {
      PASSWORD_CHANGED: {
        subject: 'Ihr Passwort wurde geändert',
        text: () => 'das Passwort Ihres Kontos wurde geändert. Alle anderen Sitzungen sind beendet.',
      },
      PASSWORD_RESET: {
        subject: 'Ihr Passwort wurde zurückgesetzt',
        text: () =>
          'das Passwort Ihres Kontos wurde mit einem Link aus einer E-Mail zurückgesetzt. Alle Sitzungen sind beendet.',
      },
      FACTOR_ADDED: {
        subject: 'Zwei-Faktor-Authentifizierung ist aktiv',
        text: () =>
          'für die Anmeldung brauchen Sie ab jetzt einen Code aus Ihrer Authenticator-App. Bewahren Sie Ihre Wiederherstellungscodes sicher auf.',
      },
      FACTOR_REMOVED: {
        subject: 'Zwei-Faktor-Authentifizierung ist aus',
        text: () => 'für die Anmeldung brauchen Sie keinen Code aus einer Authenticator-App mehr.',
      },
      FACTOR_RESET: {
        subject: 'Zwei-Faktor-Authentifizierung zurückgesetzt',
        text: () =>
          'ein Admin oder ein Inhaber Ihres Kontos hat Ihre Zwei-Faktor-Authentifizierung ausgeschaltet. Alle Ihre Sitzungen sind beendet. Schalten Sie sie nach der Anmeldung wieder ein.',
      },
      RECOVERY_CODES_RENEWED: {
        subject: 'Sie haben neue Wiederherstellungscodes',
        text: () =>
          'für Ihr Konto wurden neue Wiederherstellungscodes erstellt. Die bisherigen Codes sind nicht mehr gültig.',
      },
      RECOVERY_CODE_USED: {
        subject: 'Ein Wiederherstellungscode wurde verwendet',
        text: ({ codesLeft }) =>
          `statt eines Codes aus Ihrer Authenticator-App wurde ein Wiederherstellungscode verwendet. Von 10 sind noch ${codesLeft} übrig. Sie können jederzeit neue erstellen.`,
      },
      CODES_REFUSED: {
        subject: 'Falsche Codes für Ihr Konto eingegeben',
        text: () =>
          'eine Person, die vielleicht Ihr Passwort kennt, hat 10 falsche Codes eingegeben. Ihr Konto nimmt eine Stunde lang keine Codes an. Falls Sie das nicht waren, ändern Sie Ihr Passwort.',
      },
      API_KEY_CREATED: {
        subject: 'Ein API-Schlüssel wurde erstellt',
        text: (data) => `der API-Schlüssel ${data.keyPrefix}… wurde in ${accountInGerman(data)} erstellt.`,
      },
      API_KEY_ROTATED: {
        subject: 'Ein API-Schlüssel wurde ersetzt',
        text: (data) =>
          `der API-Schlüssel ${data.keyPrefix}… wurde in ${accountInGerman(data)} ersetzt. ${newKeyInGerman(data)}`,
      },
      API_KEY_REVOKED: {
        subject: 'Ein API-Schlüssel wurde widerrufen',
        text: (data) => `der API-Schlüssel ${data.keyPrefix}… wurde in ${accountInGerman(data)} widerrufen.`,
      },
    },
    preview: 'Falls Sie das erwartet haben, müssen Sie nichts tun.',
    footer:
      'Sie erhalten diese E-Mail, weil sie die Sicherheit Ihres Kontos betrifft. Diese E-Mails lassen sich nicht abbestellen.',
    origin: (time, origin) => `${time}, von ${origin}.`,
    device: (browser, operatingSystem) => `${browser} unter ${operatingSystem}`,
    next: 'Falls Sie das erwartet haben, müssen Sie nichts tun. Andernfalls setzen Sie jetzt Ihr Passwort zurück und antworten Sie auf diese E-Mail.',
    reset: 'Passwort zurücksetzen',
  },
};

const accountInEnglish = ({ isOfAdmin }: Changed): string =>
  isOfAdmin ? 'the administration of the program' : 'your partner account';

const newKeyInEnglish = ({ replacement }: Changed): string =>
  replacement ? `The new key begins with ${replacement.prefix}. The earlier one works until ${replacement.until}.` : '';

const accountInGerman = ({ isOfAdmin }: Changed): string =>
  isOfAdmin ? 'der Verwaltung des Programms' : 'Ihrem Partnerkonto';

const newKeyInGerman = ({ replacement }: Changed): string =>
  replacement
    ? `Der neue Schlüssel beginnt mit ${replacement.prefix}. Der bisherige funktioniert bis ${replacement.until}.`
    : '';
