import type { Json } from './openapi.wording.ts';

/** A valid body for each operation that has one. A test sends them. */
export const EXAMPLES: Readonly<Record<string, Json>> = {
  RestSubmitPartnerApplication: {
    companyName: 'Bright Solutions',
    contactName: 'Zoë Hart',
    contactEmail: 'zoe.hart@bright.example',
    partnershipType: 'RESELLER',
    companySize: '11-50',
    industry: 'Software',
    motivation: 'We have sold to small companies for ten years.',
  },
  RestUpdatePartnerApplicationStatus: { status: 'REVIEWING', message: 'We will call you this week.' },
  RestAddPartnerApplicationNote: { authorName: 'Ada Winter', note: 'Called Zoë. She has three sellers.' },
  RestCreateClientAccount: {
    companyName: 'Northern Trips',
    contactName: 'Jonas Petersen',
    contactEmail: 'jonas@northern-trips.example',
    contactPhone: '+49 40 123456',
    subscriptionTier: 'Growth',
    billingOwnedByReseller: true,
  },
  RestUpdateClientAccount: {
    companyName: 'Northern Trips',
    contactName: 'Jonas Petersen',
    contactEmail: 'jonas@northern-trips.example',
    contactPhone: null,
    billingOwnedByReseller: false,
  },
  RestUpdateClientSubscription: { subscriptionTier: 'Scale', subscriptionStatus: 'SUSPENDED' },
  RestAccessClientAccount: { reason: 'Set up the first campaign with the client.' },
  RestSignIn: { email: 'admin@reachgenie.example', password: 'demo-admin-2026' },
};
