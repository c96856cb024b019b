import type english from '../en/portal.ts';

const portal: typeof english = {
  nav: { start: 'Übersicht' },
  start: {
    title: 'Willkommen, {{name}}',
    account: 'Ihr Konto',
    company: 'Unternehmen',
    partnership: 'Partnerschaft',
    tier: 'Stufe',
  },
};

export default portal;
