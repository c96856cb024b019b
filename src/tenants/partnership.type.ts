import { registerEnumType } from 'type-graphql';

export enum PartnershipType {
  RESELLER = 'RESELLER',
  REFERRAL = 'REFERRAL',
  TECHNOLOGY = 'TECHNOLOGY',
}
registerEnumType(PartnershipType, {
  name: 'PartnershipType',
  description: 'What kind of partner a company is or wants to be.',
  valuesConfig: {
    RESELLER: { description: 'Sells to its own clients and manages their accounts.' },
    REFERRAL: { description: 'Recommends us and is paid a commission.' },
    TECHNOLOGY: { description: 'Integrates its product with ours.' },
  },
});
