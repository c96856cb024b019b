import { registerEnumType } from 'type-graphql';

export { PartnershipType } from '../tenants/partnership.type.ts';

/** The values are stored in the database. */
export enum CompanySize {
  SIZE_1_10 = '1-10',
  SIZE_11_50 = '11-50',
  SIZE_51_200 = '51-200',
  SIZE_201_500 = '201-500',
  SIZE_501_PLUS = '501+',
}
registerEnumType(CompanySize, {
  name: 'CompanySize',
  description: "Number of a company's employees.",
  valuesConfig: {
    SIZE_1_10: { description: '1 to 10 employees.' },
    SIZE_11_50: { description: '11 to 50 employees.' },
    SIZE_51_200: { description: '51 to 200 employees.' },
    SIZE_201_500: { description: '201 to 500 employees.' },
    SIZE_501_PLUS: { description: '501 or more employees.' },
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
    'Status of an application. PENDING and REVIEWING can become each other, APPROVED or REJECTED. REJECTED can become REVIEWING. APPROVED is final.',
  valuesConfig: {
    PENDING: { description: 'Submitted and waiting for review.' },
    REVIEWING: { description: 'In review.' },
    APPROVED: { description: 'Accepted. Final.' },
    REJECTED: {
      description: 'Declined, or withdrawn by the applicant if `withdrawnAt` is set. Can be reviewed again.',
    },
  },
});

/** Statuses before a decision. */
export const OPEN = [ApplicationStatus.PENDING, ApplicationStatus.REVIEWING];
