/** The part of the pages for developers that every page can show. */
const developers = {
  title: 'Developers',
  make: 'Create endpoint',
  disabled: {
    title: 'We disabled webhook endpoints',
    one: 'We disabled this endpoint',
    means:
      'It kept failing, or no longer exists. Fix it, and then enable it. Missed events are kept for 30 days, so you can resend them.',
  },
};

export default developers;
