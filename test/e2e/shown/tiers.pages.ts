import { press, type ShownPage } from './shown.page.ts';

/** Pages of the tiers. */
export const TIERS_PAGES: readonly ShownPage[] = [
  {
    name: 'admin-tiers',
    title: 'Tiers and terms',
    purpose: 'The benefits and requirements of each tier: those of today, and planned ones with their first day.',
    as: 'admin',
    path: '/admin/tiers',
  },
  {
    name: 'admin-tier-terms',
    title: 'New terms of a tier',
    purpose: 'The next version of a tier starts with the values of the version before.',
    as: 'admin',
    path: '/admin/tiers',
    open: press('Publish terms', 'Konditionen veröffentlichen'),
  },
  {
    name: 'admin-tier-review',
    title: 'Tier review',
    purpose: 'Previews what a tier review would change, and changes nothing.',
    as: 'admin',
    path: () => `/admin/tiers?tab=review&day=${lastDayOfMonth()}`,
  },
  {
    name: 'admin-partner-tier',
    title: 'Tier of a partner',
    purpose: 'How the tier of a partner stands, its forecast, its history and its reviews.',
    as: 'admin',
    path: ({ partnerId }) => `/admin/partners/${partnerId}?tab=tier`,
  },
  {
    name: 'admin-assign-tier',
    title: 'Assign a tier',
    purpose: 'Gives a partner a tier by hand, and can pin it.',
    as: 'admin',
    path: ({ partnerId }) => `/admin/partners/${partnerId}?tab=tier`,
    open: press('Assign a tier', 'Stufe zuweisen'),
  },
  {
    name: 'admin-managers',
    title: 'Managers of a partner',
    purpose: 'Chooses the admins that a partner can turn to.',
    as: 'admin',
    path: ({ partnerId }) => `/admin/partners/${partnerId}`,
    open: (page) =>
      page
        .getByRole('button', {
          name: /^(Change managers|Ansprechpersonen ändern|Assign managers|Ansprechpersonen zuweisen)/,
        })
        .click(),
  },
  {
    name: 'partner-tier',
    title: 'Your tier',
    purpose: 'How the tier stands, what is missing to the next one, and what each tier brings.',
    as: 'reseller',
    path: '/partner/tier',
  },
];

const lastDayOfMonth = (): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
};
