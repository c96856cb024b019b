import type english from '../en/files.ts';

const files: typeof english = {
  title: 'Dateien',
  name: 'Datei',
  purpose: 'Zweck',
  purposes: { RESOURCE: 'Material', AGREEMENT: 'Vertrag', LOGO: 'Logo' },
  owner: 'Gehört zu',
  uploader: 'Hochgeladen von',
  uploaded: 'Hochgeladen',
  status: 'Status',
  state: { PENDING: 'Noch nicht hochgeladen', CHECKING: 'Wird geprüft', READY: 'Bereit', REFUSED: 'Abgelehnt' },
  reason: 'Grund',
  refusal: {
    TOO_LARGE: 'Die Datei war größer als angekündigt. Bitte laden Sie sie erneut hoch.',
    INCOMPLETE: 'Der Upload wurde unterbrochen. Bitte laden Sie die Datei erneut hoch.',
    WRONG_TYPE: 'Der Dateityp ist nicht erlaubt, oder der Inhalt passt nicht zum Namen.',
    DAMAGED: 'Die Datei ist beschädigt. Bitte speichern Sie sie neu und laden Sie sie dann hoch.',
    SECOND_TYPE: 'In der Datei steckt eine zweite Datei. Bitte speichern Sie sie neu und laden Sie sie dann hoch.',
    ACTIVE_CONTENT:
      'Die Datei enthält Skripte, Makros oder eingebettete Dateien. Bitte entfernen Sie diese und laden Sie die Datei erneut hoch.',
    NOT_CHECKABLE:
      'Die Datei lässt sich nicht prüfen, weil sie verschlüsselt oder gepackt ist. Bitte speichern Sie sie ohne Passwort.',
    DIMENSIONS: 'Das Logo muss 64 bis 512 Pixel breit und 32 bis 256 Pixel hoch sein.',
  },
  kind: 'Typ',
  type: {
    pdf: 'PDF',
    document: 'Word',
    presentation: 'PowerPoint',
    sheet: 'Excel',
    png: 'PNG',
    jpeg: 'JPEG',
    mp4: 'MP4',
    zip: 'ZIP',
  },
  size: 'Größe',
  used: 'Verwendet seit',
  unused: 'Nicht verwendet. Wird nach 24 Stunden gelöscht.',
  checksum: 'SHA-256',
  download: 'Herunterladen',
  openPartner: 'Partner öffnen',
  none: 'Noch keine Dateien',
  noneHint: 'Verträge, Materialien und Logos von Partnern erscheinen hier, sobald sie hochgeladen sind.',
  upload: {
    choose: 'Datei auswählen',
    another: 'Andere Datei auswählen',
    cancel: 'Upload abbrechen',
    progress: 'Fortschritt des Uploads',
    hint: '{{types}}, bis {{size}}. Sie können die Datei auch hierher ziehen.',
    sending: '{{name}} wird hochgeladen …',
    checking: '{{name}} wird geprüft …',
    ready: '{{name}} ist bereit.',
    tooLarge: 'Die Datei ist zu groß. Bitte verwenden Sie eine mit höchstens {{size}}.',
    empty: 'Die Datei ist leer. Bitte wählen Sie eine andere aus.',
  },
};

export default files;
