const portal = {
  nav: { start: 'Overview' },
  start: {
    title: 'Welcome, {{name}}',
    account: 'Your account',
    company: 'Company',
    partnership: 'Partnership',
    tier: 'Tier',
  },
};

export default portal;
