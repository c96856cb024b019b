/** Values of enums as the REST API spells them, by the enum and its value. Other enums keep their values. */
export const LITERALS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CompanySize: {
    SIZE_1_10: '1-10',
    SIZE_11_50: '11-50',
    SIZE_51_200: '51-200',
    SIZE_201_500: '201-500',
    SIZE_501_PLUS: '501+',
  },
  SortOrder: { ASC: 'asc', DESC: 'desc' },
  PartnerApplicationSortField: {
    CREATED_AT: 'createdAt',
    UPDATED_AT: 'updatedAt',
    COMPANY_NAME: 'companyName',
    PARTNERSHIP_TYPE: 'partnershipType',
    STATUS: 'status',
  },
};
