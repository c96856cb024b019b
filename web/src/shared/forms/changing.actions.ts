/** The actions of the audit trail that change the version of each kind of thing: one event for each version. */
export const CHANGING = {
  application: ['application.status_changed', 'application.assigned', 'application.withdrawn'],
  partner: ['partner.updated'],
  client: ['client.updated', 'client.subscription_changed'],
  user: [
    'user.joined',
    'user.role_changed',
    'user.removed',
    'user.password_reset',
    'user.password_changed',
    'user.factor_added',
    'user.factor_removed',
    'user.factor_reset',
  ],
};
