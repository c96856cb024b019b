import type { PartnerDetailsQuery } from '../../generated/admin/graphql.ts';

export type PartnerDetails = NonNullable<PartnerDetailsQuery['partnerAccount']>;
