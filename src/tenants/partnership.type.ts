import { registerEnumType } from 'type-graphql';

export enum PartnershipType {
  RESELLER = 'RESELLER',
  REFERRAL = 'REFERRAL',
  TECHNOLOGY = 'TECHNOLOGY',
}
registerEnumType(PartnershipType, {
  name: 'PartnershipType',
  description: 'The type of a partnership.',
  valuesConfig: {
    RESELLER: { description: 'Sells to its own clients and manages their accounts.' },
    REFERRAL: { description: 'Recommends us for a commission.' },
    TECHNOLOGY: { description: 'Integrates its product with ours.' },
  },
});
