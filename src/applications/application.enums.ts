import { registerEnumType } from 'type-graphql';

export { PartnershipType } from '../tenants/partnership.type.ts';

/** The values are what the database holds. */
export enum CompanySize {
  SIZE_1_10 = '1-10',
  SIZE_11_50 = '11-50',
  SIZE_51_200 = '51-200',
  SIZE_201_500 = '201-500',
  SIZE_501_PLUS = '501+',
}
registerEnumType(CompanySize, {
  name: 'CompanySize',
  description: 'How many people work at a company.',
  valuesConfig: {
    SIZE_1_10: { description: '1 to 10.' },
    SIZE_11_50: { description: '11 to 50.' },
    SIZE_51_200: { description: '51 to 200.' },
    SIZE_201_500: { description: '201 to 500.' },
    SIZE_501_PLUS: { description: '501 and more.' },
  },
});

export enum ApplicationStatus {
  PENDING = 'PENDING',
  REVIEWING = 'REVIEWING',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
}
registerEnumType(ApplicationStatus, {
  name: 'ApplicationStatus',
  description:
    'Where the review of an application stands. PENDING may become REVIEWING, APPROVED or REJECTED; REVIEWING may become PENDING, APPROVED or REJECTED; REJECTED may become REVIEWING again; APPROVED is final.',
  valuesConfig: {
    PENDING: { description: 'Submitted; nobody has looked at it yet.' },
    REVIEWING: { description: 'Somebody is looking at it.' },
    APPROVED: { description: 'Accepted, for good.' },
    REJECTED: {
      description: 'Declined; or withdrawn by the applicant, if `withdrawnAt` is set. It can be reviewed again.',
    },
  },
});

/** What is not decided yet. */
export const OPEN = [ApplicationStatus.PENDING, ApplicationStatus.REVIEWING];
