/** Addresses for which somebody asked for a new password, known and unknown ones. */
export const PASSWORD_RESET_QUEUE = 'password-reset';
/** Addresses that were closed to passwords after many failures, known and unknown ones. */
export const SIGN_IN_LINK_QUEUE = 'sign-in-link';
