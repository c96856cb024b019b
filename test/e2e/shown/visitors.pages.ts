import type { ShownPage } from './shown.page.ts';

export const VISITORS_PAGES: readonly ShownPage[] = [
  {
    name: 'start',
    title: 'Home page',
    purpose: 'What the program offers, and the way to the form and the sign-in.',
    as: 'visitor',
    path: '/',
  },
  {
    name: 'apply',
    title: 'Application form',
    purpose: 'Companies apply here. Entries survive a reload, and errors stand at their fields.',
    as: 'visitor',
    path: '/apply',
  },
  {
    name: 'apply-sent',
    title: 'Confirmation',
    purpose: 'Says what happens next, and gives the private link to the application.',
    as: 'visitor',
    path: '/apply/sent',
  },
  {
    name: 'status',
    title: 'Status page',
    purpose: 'The applicant follows the application by a private link, and can withdraw it.',
    as: 'visitor',
    path: ({ statusUrl }) => statusUrl,
  },
  {
    name: 'sign-in',
    title: 'Sign-in',
    purpose: 'For admins and partners, also by an identity provider.',
    as: 'visitor',
    path: '/sign-in',
  },
  {
    name: 'invitation',
    title: 'Invitation',
    purpose: 'An invited person chooses a password.',
    as: 'visitor',
    path: '/invitation#token',
  },
  {
    name: 'password-forgotten',
    title: 'Forgotten password',
    purpose: 'Requests an email with a link.',
    as: 'visitor',
    path: '/password-reset',
  },
  {
    name: 'password-new',
    title: 'New password',
    purpose: 'Sets a new password by that link.',
    as: 'visitor',
    path: '/password-reset#token',
  },
  {
    name: 'not-found',
    title: 'Page not found',
    purpose: 'Leads back to a page that exists.',
    as: 'visitor',
    path: '/nowhere',
  },
];
