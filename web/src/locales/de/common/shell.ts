import type english from '../../en/common/shell.ts';

const shell: typeof english = {
  more: 'Mehr',
  notifications: 'Benachrichtigungen',
  unread: '{{count, number}} ungelesen',
  time: {
    now: 'jetzt',
    minute: '{{count, number}} Min.',
    hour: '{{count, number}} Std.',
    day: '{{count, number}} T.',
  },
  toast: {
    undo: 'Rückgängig',
    undone: 'Rückgängig gemacht.',
    notUndone: 'Das ließ sich nicht rückgängig machen.',
    undoLast: 'Letzte Aktion rückgängig machen, solange ihre Meldung zu sehen ist',
  },
  keys: {
    goTo: 'Zu „{{page}}“',
    title: 'Tastenkürzel',
    page: 'Auf dieser Seite',
    app: 'Auf allen Seiten',
    letters: 'Kürzel mit einzelnen Buchstaben',
    lettersHint: 'Schalten Sie sie aus, wenn Sie Spracheingabe verwenden.',
    ctrl: 'Strg',
    shift: 'Umschalt',
    space: 'Leertaste',
    show: 'Tastenkürzel anzeigen',
  },
};

export default shell;
