import type english from '../../en/common/conflicts.ts';

const conflicts: typeof english = {
  STALE_VERSION: 'Diese Daten wurden inzwischen geändert. Laden Sie die Seite neu und versuchen Sie es dann erneut.',
  EMAIL_IN_USE: 'Diese E-Mail-Adresse gehört bereits zu einem Konto. Bitte verwenden Sie eine andere.',
  LAST_OWNER: 'Jedes Konto braucht einen Inhaber. Machen Sie zuerst ein anderes aktives Mitglied zum Inhaber.',
  APPLICATION_STATUS: 'Der Status dieser Bewerbung hat sich geändert. Laden Sie die Seite neu.',
  OPEN_APPLICATION:
    'Zu dieser Ansprechperson gibt es bereits eine offene Bewerbung dieser Art. Entscheiden Sie zuerst über diese.',
  BENEFIT_REQUIRED: 'Das gibt es ab {{tier}}. Unter „Stufe“ sehen Sie die Voraussetzungen.',
  TERMS_BEGUN: 'Diese Konditionen gelten bereits. Veröffentlichen Sie neue für einen späteren Tag.',
  TERMS_PUBLISHED:
    'Für diesen Tag gibt es schon Konditionen. Ziehen Sie diese zuerst zurück, oder wählen Sie einen anderen Tag.',
  CLIENT_EMAIL: 'Sie haben bereits einen Kunden mit dieser E-Mail-Adresse. Bitte verwenden Sie eine andere.',
  COMPANY_CHANGE_STATUS:
    'Über diese Änderung wurde bereits entschieden, oder sie wurde zurückgezogen. Laden Sie die Seite neu.',
  COMPANY_CHANGED:
    'Die Unternehmensdaten haben sich seit dem Antrag geändert. Lehnen Sie die Änderung ab und bitten Sie den Partner um einen neuen Antrag.',
  IMPORT_DUPLICATE: 'Eine frühere Zeile hat dieselbe E-Mail-Adresse.',
  SUBSCRIPTION_STATUS: 'Ein gekündigtes Abonnement lässt sich nicht mehr ändern.',
  INVITATION_ACCEPTED: 'Diese Einladung wurde bereits angenommen.',
  EMAIL_STATUS: 'Diese E-Mail ist bereits unterwegs. Laden Sie die Seite neu, um ihren Status zu sehen.',
  NOT_A_RESELLER: 'Nur Reseller können Kunden verwalten.',
  PARTNERSHIP_EXISTS: 'Die Ansprechperson hat bereits ein Partnerkonto mit einer Partnerschaft dieser Art.',
  PARTNER_INACTIVE:
    'Das Partnerkonto der Ansprechperson ist deaktiviert. Aktivieren Sie es zuerst wieder und nehmen Sie dann die Bewerbung an.',
  PROVISIONING_HELD:
    'Unser Team prüft diesen Kunden zuerst, weil wir unsere Daten aus einem Backup wiederhergestellt haben.',
  PROVISIONING_OFF: 'Dieses System stellt keine Kunden bereit.',
  NO_SECOND_FACTOR: 'Die Zwei-Faktor-Authentifizierung ist ausgeschaltet. Laden Sie die Seite neu.',
  SECOND_FACTOR_EXISTS: 'Die Zwei-Faktor-Authentifizierung ist bereits eingeschaltet. Laden Sie die Seite neu.',
  ADMIN_CANNOT_REVIEW: 'Dieser Admin kann keine Bewerbungen prüfen. Bitte wählen Sie eine andere Person.',
  OWN_ACCOUNT: 'Bei Ihrem eigenen Konto ist das nicht möglich. Bitten Sie eine andere Person darum.',
  TOO_MANY_MEMBERS: 'Ein Team kann bis zu 200 Mitglieder haben. Entfernen Sie zuerst eines.',
  TOO_MANY_SAVED_VIEWS: 'Sie können bis zu 50 Ansichten speichern. Löschen Sie zuerst eine.',
  API_KEY_ENDED: 'Dieser API-Schlüssel ist nicht mehr gültig. Erstellen Sie einen neuen.',
  API_KEY_ROTATED: 'Dieser API-Schlüssel wurde bereits ersetzt. Ersetzen Sie den neuen.',
  TOO_MANY_API_KEYS:
    'Sie können bis zu 100 API-Schlüssel haben. Widerrufen Sie Schlüssel, die Sie nicht mehr benötigen.',
  ENDPOINT_LIMIT: 'Sie können bis zu 10 Webhook-Endpunkte haben. Archivieren Sie einen, den Sie nicht mehr benötigen.',
  ENDPOINT_STATUS: 'Dieser Webhook-Endpunkt ist deaktiviert. Aktivieren Sie ihn zuerst.',
  DELIVERY_STATUS: 'Diese Zustellung läuft noch oder wurde bereits erneut gesendet. Laden Sie die Seite neu.',
  FILE_NOT_READY:
    'Diese Datei hat die Prüfung noch nicht bestanden. Bitte warten Sie kurz oder laden Sie sie erneut hoch.',
  UPLOAD_LIMIT:
    'Sie haben zu viele Uploads, die nicht verwendet werden. Diese werden nach 24 Stunden gelöscht. Bitte versuchen Sie es später erneut.',
  IDEMPOTENCY_KEY:
    'Dieses Formular wurde bereits mit anderen Angaben gesendet. Laden Sie die Seite neu und versuchen Sie es erneut.',
  AGREEMENT_REQUIRED: 'Ihr Unternehmen muss zuerst einem Vertrag zustimmen. Das können Inhaber tun.',
  AGREEMENT_BINDING: 'Diese Version ist bereits in Kraft. Veröffentlichen Sie stattdessen eine neue Version.',
  AGREEMENT_WITHDRAWN: 'Diese Version wurde zurückgezogen. Laden Sie die Seite neu.',
  AGREEMENT_OUTDATED: 'Eine neuere Version ist in Kraft. Laden Sie die Seite neu, um sie zu lesen.',
  AGREEMENT_UPCOMING: 'Eine andere Version tritt erst noch in Kraft. Ziehen Sie diese zuerst zurück.',
  NOT_NEGOTIATED: 'Nur ein individueller Vertrag hat eine gegengezeichnete Fassung.',
  COUNTERSIGNED: 'Diese Version hat bereits eine gegengezeichnete Fassung. Laden Sie die Seite neu.',
  WITHDRAWN:
    'Diese Bewerbung wurde zurückgezogen. Wenn Sie sie trotzdem prüfen möchten, öffnen Sie die Bewerbung und nehmen Sie die Prüfung wieder auf.',
};

export default conflicts;
