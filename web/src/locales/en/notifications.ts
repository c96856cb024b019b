/** Notifications of the user, and their settings. */
const notifications = {
  none: 'You’re up to date',
  noneMeans: 'Assignments, mentions and other news for you appear here.',
  read: 'Mark as read',
  readOne: 'Mark as read: {{sentence}}',
  readAll: 'Mark all as read',
  newestOnly: 'The newest {{count, number}} of the last 90 days.',
  saved: 'Notifications saved.',
  sentence: {
    APPLICATION_ASSIGNED: '{{actor}} assigned the application of {{subject}} to you',
    APPLICATION_APPROVED: '{{actor}} approved the application of {{subject}}',
    APPLICATION_DECLINED: '{{actor}} declined the application of {{subject}}',
    APPLICATION_WITHDRAWN: '{{subject}} withdrew the application',
    MENTIONED: '{{actor}} mentioned you in a note on {{subject}}',
    EMAIL_FAILED: 'An email to {{subject}} could not be delivered',
    MEMBER_JOINED: '{{subject}} joined your team',
    ROLE_CHANGED: '{{actor}} changed your role',
    CLIENT_SUSPENDED: '{{actor}} suspended {{subject}}',
    CLIENT_CANCELED: '{{actor}} canceled the subscription of {{subject}}',
  },
  kind: {
    APPLICATION_ASSIGNED: 'An application is assigned to me',
    APPLICATION_DECIDED: 'Someone else decides my application',
    APPLICATION_WITHDRAWN: 'My application is withdrawn',
    MENTIONED: 'Someone mentions me',
    EMAIL_FAILED: 'An email can’t be delivered',
    MEMBER_JOINED: 'Someone joins the team',
    ROLE_CHANGED: 'My role changes',
    CLIENT_STOPPED: 'A client is suspended or canceled',
  },
  settings: {
    title: 'Notifications',
    lead: 'Choose what you hear of, and where. Emails leave out what you have already read.',
    kind: 'When',
    inApp: 'In the app',
    email: 'By email',
  },
  emails: {
    OFF: 'Off',
    SOON: 'Within minutes',
    DAILY: 'Daily summary at 8:00',
  },
};

export default notifications;
