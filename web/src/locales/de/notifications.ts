import type english from '../en/notifications.ts';

const notifications: typeof english = {
  none: 'Alles gelesen',
  noneMeans: 'Zuweisungen, Erwähnungen und andere Neuigkeiten für Sie erscheinen hier.',
  read: 'Als gelesen markieren',
  readOne: 'Als gelesen markieren: {{sentence}}',
  readAll: 'Alle als gelesen markieren',
  newestOnly: 'Die neuesten {{count, number}} der letzten 90 Tage.',
  saved: 'Benachrichtigungen gespeichert.',
  sentence: {
    APPLICATION_ASSIGNED: '{{actor}} hat Ihnen die Bewerbung von {{subject}} zugewiesen',
    APPLICATION_APPROVED: '{{actor}} hat die Bewerbung von {{subject}} angenommen',
    APPLICATION_DECLINED: '{{actor}} hat die Bewerbung von {{subject}} abgelehnt',
    APPLICATION_WITHDRAWN: '{{subject}} hat die Bewerbung zurückgezogen',
    MENTIONED: '{{actor}} hat Sie in einer Notiz zu {{subject}} erwähnt',
    EMAIL_FAILED: 'Eine E-Mail an {{subject}} konnte nicht zugestellt werden',
    MEMBER_JOINED: '{{subject}} gehört jetzt zu Ihrem Team',
    ROLE_CHANGED: '{{actor}} hat Ihre Rolle geändert',
    CLIENT_SUSPENDED: '{{actor}} hat {{subject}} gesperrt',
    CLIENT_CANCELED: '{{actor}} hat das Abonnement von {{subject}} gekündigt',
  },
  kind: {
    APPLICATION_ASSIGNED: 'Eine Bewerbung wird mir zugewiesen',
    APPLICATION_DECIDED: 'Eine andere Person entscheidet über eine mir zugewiesene Bewerbung',
    APPLICATION_WITHDRAWN: 'Eine mir zugewiesene Bewerbung wird zurückgezogen',
    MENTIONED: 'Ich werde erwähnt',
    EMAIL_FAILED: 'Eine E-Mail ist unzustellbar',
    MEMBER_JOINED: 'Eine Person tritt dem Team bei',
    ROLE_CHANGED: 'Meine Rolle ändert sich',
    CLIENT_STOPPED: 'Ein Abonnement wird gesperrt oder gekündigt',
  },
  settings: {
    title: 'Benachrichtigungen',
    lead: 'Wählen Sie, was Sie erfahren möchten und wo. Per E-Mail erhalten Sie nur, was Sie noch nicht gelesen haben.',
    kind: 'Wann',
    inApp: 'In der App',
    email: 'Per E-Mail',
  },
  emails: {
    OFF: 'Aus',
    SOON: 'Nach wenigen Minuten',
    DAILY: 'Tägliche Übersicht um 8:00 Uhr',
  },
};

export default notifications;
