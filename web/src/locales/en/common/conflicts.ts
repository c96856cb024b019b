/** The text for each reason of a CONFLICT: docs/errors.md. */
const conflicts = {
  STALE_VERSION: 'Someone else changed this while you had it open. Reload to see the latest version, then try again.',
  EMAIL_IN_USE: 'This email address already belongs to an account. Use a different one.',
  LAST_OWNER: 'Every account needs an owner. Make another active member an owner first.',
  APPLICATION_STATUS: 'This application’s status has changed. Reload the page to see what you can do now.',
  OPEN_APPLICATION: 'This contact already has an open application of this type. Decide that one first.',
  CLIENT_EMAIL: 'You already have a client with this email address. Use a different one.',
  SUBSCRIPTION_STATUS: 'A canceled subscription can’t be changed.',
  INVITATION_ACCEPTED: 'This invitation has already been accepted.',
  EMAIL_STATUS: 'This email is already on its way. Reload the page to see its status.',
  NOT_A_RESELLER: 'Only resellers can manage clients.',
  PARTNERSHIP_EXISTS: 'The contact already has a partner account with a partnership of this type.',
  PARTNER_INACTIVE: 'The contact’s partner account is deactivated. Reactivate it first, then approve this application.',
  NO_SECOND_FACTOR: 'Two-factor authentication is off. Reload the page.',
  SECOND_FACTOR_EXISTS: 'Two-factor authentication is already on. Reload the page.',
  ADMIN_CANNOT_REVIEW: 'This admin can’t review applications. Choose someone else.',
  OWN_ACCOUNT: 'You can’t do this to your own account. Ask someone else to do it.',
  TOO_MANY_MEMBERS: 'A team can have up to 200 members. Remove one first.',
  TOO_MANY_SAVED_VIEWS: 'You can have up to 50 saved views. Delete one first.',
  API_KEY_ENDED: 'This API key is no longer valid. Create a new one.',
  API_KEY_ROTATED: 'This API key has already been replaced. Rotate the new one.',
  TOO_MANY_API_KEYS: 'You can have up to 100 API keys. Revoke keys that you no longer need.',
  IDEMPOTENCY_KEY: 'This form was already submitted with different values. Reload the page and try again.',
  WITHDRAWN: 'The applicant withdrew this application. To review it anyway, open the application and reopen it.',
};

export default conflicts;
