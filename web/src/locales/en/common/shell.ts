/** Texts of the frame that all pages share. */
const shell = {
  more: 'More',
  notifications: 'Notifications',
  unread: '{{count, number}} unread',
  time: {
    now: 'now',
    minute: '{{count, number}} min',
    hour: '{{count, number}} h',
    day: '{{count, number}} d',
  },
  toast: {
    undo: 'Undo',
    undone: 'Undone.',
    notUndone: 'Couldn’t undo this.',
    undoLast: 'Undo the last action, while its message is shown',
  },
  keys: {
    goTo: 'Go to {{page}}',
    title: 'Keyboard shortcuts',
    page: 'On this page',
    app: 'On all pages',
    letters: 'Single-letter shortcuts',
    lettersHint: 'Turn them off if you use speech input.',
    ctrl: 'Ctrl',
    shift: 'Shift',
    space: 'Space',
    show: 'Show keyboard shortcuts',
  },
};

export default shell;
