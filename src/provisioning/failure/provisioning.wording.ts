import type { InLanguages } from '../../email/email.template.ts';
import type { ProvisioningProblem } from '../provisioning.enums.ts';

/** What a problem means to a reseller, without technical terms. The pages say the same. */
export const PROBLEMS: InLanguages<Record<ProvisioningProblem, string>> = {
  EN: {
    REFUSED: 'ReachGenie did not accept the client’s details. Check them, then send the client again.',
    UNAVAILABLE: 'ReachGenie could not be reached. We try again for 24 hours.',
    UNCONFIRMED: 'ReachGenie has not confirmed the client yet. We try again for 24 hours.',
    NEWER_VERSION: 'ReachGenie had newer details of the client. We are sending yours again.',
    HELD: 'We restored our data from a backup. Our team checks the client before it is sent again.',
  },
  DE: {
    REFUSED: 'ReachGenie hat die Angaben zum Kunden nicht angenommen. Prüfen Sie sie und senden Sie den Kunden erneut.',
    UNAVAILABLE: 'ReachGenie war nicht erreichbar. Wir versuchen es 24 Stunden lang erneut.',
    UNCONFIRMED: 'ReachGenie hat den Kunden noch nicht bestätigt. Wir versuchen es 24 Stunden lang erneut.',
    NEWER_VERSION: 'ReachGenie hatte neuere Angaben zum Kunden. Wir senden Ihre noch einmal.',
    HELD: 'Wir haben unsere Daten aus einem Backup wiederhergestellt. Unser Team prüft den Kunden, bevor er erneut gesendet wird.',
  },
};

/** The same after the last attempt. */
export const FAILURES: typeof PROBLEMS = {
  EN: {
    ...PROBLEMS.EN,
    UNAVAILABLE: 'ReachGenie could not be reached for 24 hours. Send the client again.',
    UNCONFIRMED: 'ReachGenie did not confirm the client within 24 hours. Send the client again.',
    NEWER_VERSION: 'ReachGenie had newer details of the client each time for 24 hours. Send the client again.',
  },
  DE: {
    ...PROBLEMS.DE,
    UNAVAILABLE: 'ReachGenie war 24 Stunden lang nicht erreichbar. Senden Sie den Kunden erneut.',
    UNCONFIRMED: 'ReachGenie hat den Kunden 24 Stunden lang nicht bestätigt. Senden Sie den Kunden erneut.',
    NEWER_VERSION:
      'ReachGenie hatte 24 Stunden lang jedes Mal neuere Angaben zum Kunden. Senden Sie den Kunden erneut.',
  },
};
