/** Short explanations behind "?". */
const help = {
  about: 'Explain: {{title}}',
  more: 'Ask our support',
  topics: {
    approvalRate: {
      title: 'Approval rate',
      text: 'Approved applications, divided by approved and declined ones. Withdrawn applications don’t count.',
    },
    timeToDecision: {
      title: 'Time to decision',
      text: 'Half of the decisions took less time than this, counted from submission in days of 24 hours.',
    },
    funnel: {
      title: 'Funnel',
      text: 'Applications submitted in this period, by their status now. Each step includes the next. Withdrawn applications count only as submitted.',
    },
    attention: {
      title: 'Clients that need you',
      text: 'Clients whose subscription is suspended or whose onboarding is overdue, and clients added in the last 60 days that no one on your team has opened.',
    },
    access: {
      title: 'Access to a client account',
      text: 'You work in a client’s account for 15 minutes. We record who, when and why, and your client’s data stays theirs.',
    },
    tier: {
      title: 'Tier',
      text: 'Your level in the program. Each tier has more benefits than the one before. Your partner team tells you how to reach the next one.',
    },
  },
};

export default help;
