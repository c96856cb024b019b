const settings = {
  title: 'My settings',
  saved: 'Settings saved.',
  profile: {
    title: 'Profile',
    lead: 'Your team and the audit log show your name.',
    name: 'Name',
    email: 'Email address',
    save: 'Save name',
    saved: 'Name changed to {{name}}.',
  },
  display: {
    title: 'Language and time',
    lead: 'For pages and emails, on all your devices.',
    language: 'Language',
    timeZone: 'Time zone',
    timeZoneNow: 'It’s {{time}} there now.',
    noZone: 'No time zone with this name',
    dateFormat: 'Date format',
    dateFormats: {
      LANGUAGE: 'Language default',
      DAY_FIRST: 'Day first (30 Nov 2026)',
      MONTH_FIRST: 'Month first (Nov 30, 2026)',
      ISO: 'Year first (2026-11-30)',
    },
  },
  browser: {
    title: 'This browser',
    lead: 'These settings only apply here.',
    theme: 'Theme',
    themes: { auto: 'System', light: 'Light', dark: 'Dark' },
  },
};

export default settings;
