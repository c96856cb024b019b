/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The same managers for several partners. */
export type AssignPartnerManagersInput = {
  /** ID of an active admin. Null removes the partner managers, omitted keeps them. */
  managerId?: string | null | undefined;
  /** The partners, 1 to 100. */
  partners: Array<PartnerVersionInput>;
  /** ID of an active admin. Null removes the technical account managers, omitted keeps them. */
  technicalManagerId?: string | null | undefined;
};

/** A benefit of a tier. Later versions can add benefits. */
export const Benefit = {
  /** Advanced training and certification. */
  AdvancedTraining: 'ADVANCED_TRAINING',
  /** Own logo and colors. Resellers only, and only if `whitelabelEnabled` is true. */
  BasicWhiteLabel: 'BASIC_WHITE_LABEL',
  /** Managing clients. Resellers only, and only if `clientManagementEnabled` is true. */
  ClientManagement: 'CLIENT_MANAGEMENT',
  /** Shared marketing campaigns. */
  CoMarketing: 'CO_MARKETING',
  /** Support for custom integrations. */
  CustomIntegration: 'CUSTOM_INTEGRATION',
  /** Early access to new features. */
  EarlyAccess: 'EARLY_ACCESS',
  /** Changing several clients at once, and importing clients. Resellers only. */
  EnhancedClientManagement: 'ENHANCED_CLIENT_MANAGEMENT',
  /** Own domain and sender. Resellers only, and only if `whitelabelEnabled` is true. */
  FullWhiteLabel: 'FULL_WHITE_LABEL',
  /** Shared marketing events. */
  JointEvents: 'JOINT_EVENTS',
  /** A named partner manager. */
  PartnerManager: 'PARTNER_MANAGER',
  /** Support that answers within the hours of the tier. */
  PrioritySupport: 'PRIORITY_SUPPORT',
  /** Strategic business planning. */
  StrategicPlanning: 'STRATEGIC_PLANNING',
  /** A named technical account manager. */
  TechnicalAccountManager: 'TECHNICAL_ACCOUNT_MANAGER'
} as const;

export type Benefit = typeof Benefit[keyof typeof Benefit];
/** An amount of money. */
export type MoneyInput = {
  /** Amount in minor units, 0 or more: 1999 for 19.99 EUR, and for 1,999 JPY. */
  amount: number;
  /** Currency of the amount. */
  currency: string;
};

/** A partner's level. Each tier has more benefits than the one before. */
export const PartnerTier = {
  /** The second tier. See `tierTerms` for what it brings. */
  Gold: 'GOLD',
  /** The highest tier. See `tierTerms` for what it brings. */
  Platinum: 'PLATINUM',
  /** The first tier of every partner. */
  Silver: 'SILVER'
} as const;

export type PartnerTier = typeof PartnerTier[keyof typeof PartnerTier];
/** One of several partners to change. */
export type PartnerVersionInput = {
  /** The version you last read. Errors: CONFLICT (STALE_VERSION) if it has changed since. */
  expectedVersion?: number | null | undefined;
  /** ID of the partner. */
  id: string;
};

/** The type of a partnership. */
export const PartnershipType = {
  /** Recommends us for a commission. */
  Referral: 'REFERRAL',
  /** Sells to its own clients and manages their accounts. */
  Reseller: 'RESELLER',
  /** Integrates its product with ours. */
  Technology: 'TECHNOLOGY'
} as const;

export type PartnershipType = typeof PartnershipType[keyof typeof PartnershipType];
/** Why a partner has a tier. */
export const TierAssignmentReason = {
  /** The partner missed the requirements until its grace ended. */
  Demotion: 'DEMOTION',
  /** The first tier of the partner. */
  Initial: 'INITIAL',
  /** An admin decided it. */
  Manual: 'MANUAL',
  /** The partner met the requirements. */
  Promotion: 'PROMOTION'
} as const;

export type TierAssignmentReason = typeof TierAssignmentReason[keyof typeof TierAssignmentReason];
/** Why a value will differ in 90 days. Later versions can add reasons. */
export const TierForecastReason = {
  /** Cancellations will be older than 12 months, and no longer count. */
  CancellationsAgeOut: 'CANCELLATIONS_AGE_OUT',
  /** Canceled clients will have been clients for 12 months, and begin to count. */
  CancellationsCount: 'CANCELLATIONS_COUNT',
  /** More clients will have been clients for 12 months, and begin to count. */
  ClientsCount: 'CLIENTS_COUNT',
  /** Nothing will change it. */
  Unchanged: 'UNCHANGED'
} as const;

export type TierForecastReason = typeof TierForecastReason[keyof typeof TierForecastReason];
/** A value of a partner that tiers require. Later versions can add metrics. */
export const TierMetric = {
  /** Clients with an active subscription. */
  ActiveClients: 'ACTIVE_CLIENTS',
  /** Users with a valid certificate. Cannot be required yet. */
  CertifiedUsers: 'CERTIFIED_USERS',
  /** Share of the clients of 12 months ago that are not canceled, in basis points: 8500 is 85 %. No value without clients at that time. */
  ClientRetention_12Months: 'CLIENT_RETENTION_12_MONTHS',
  /** Revenue of the last 12 months. Cannot be required yet. */
  Revenue_12Months: 'REVENUE_12_MONTHS',
  /** Deals won in the last 12 months. Cannot be required yet. */
  WonDeals_12Months: 'WON_DEALS_12_MONTHS'
} as const;

export type TierMetric = typeof TierMetric[keyof typeof TierMetric];
/** Outcome of an evaluation. */
export const TierOutcomeKind = {
  /** The partner misses a requirement of its tier, and has time until `graceUntil`. */
  AtRisk: 'AT_RISK',
  /** The grace is over: the partner has the tier below. */
  Demoted: 'DEMOTED',
  /** The partner keeps its tier. */
  Kept: 'KEPT',
  /** The partner meets a higher tier, and has it now. */
  Promoted: 'PROMOTED',
  /** The partner was at risk, and no longer is. */
  Recovered: 'RECOVERED'
} as const;

export type TierOutcomeKind = typeof TierOutcomeKind[keyof typeof TierOutcomeKind];
/** A requirement of a tier for partners of one type. */
export type TierRequirementInput = {
  /** Least value that meets it. 1 to 1,000,000. */
  atLeast: number;
  /** The value that is required. */
  metric: TierMetric;
  /** Type of the partners that must meet it. */
  partnershipType: PartnershipType;
};

/** New terms of a tier. */
export type TierTermsInput = {
  /** Benefits of the tier. Each at most once. */
  benefits: Array<Benefit>;
  /** Commission on referred revenue, in basis points. 0 to 5,000. */
  commissionBps: number;
  /** Most commission of a referral, by currency. Each currency at most once. */
  commissionCaps: Array<MoneyInput>;
  /** Months for which a referral earns commission, 0 to 120. */
  commissionMonths: number;
  /** First day of the terms, in UTC. Tomorrow at the earliest, and within 5 years. */
  effectiveFrom: string;
  /** Days until an earning can be paid out, 0 to 365. */
  holdDays: number;
  /** Least margin of a retail price, in basis points of it. 0 to 10,000. */
  minMarginBps: number;
  /** Requirements of the tier. At most 20, and one for each partnership type and metric. */
  requirements: Array<TierRequirementInput>;
  /** Hours until support answers, 1 to 720. Null: no promise. */
  supportResponseHours?: number | null | undefined;
  /** The tier. */
  tier: PartnerTier;
  /** Discount on list prices, in basis points: 2000 is 20 %. 0 to 10,000. */
  wholesaleDiscountBps: number;
};

export type TierHistoryQueryVariables = Exact<{
  id: string;
}>;


export type TierHistoryQuery = { tierAssignments: { items: Array<{ id: string, tier: PartnerTier, from: string, to: string | null, reason: TierAssignmentReason, note: string | null, decidedBy: string | null, pinnedUntil: string | null }> }, tierEvaluations: { items: Array<{ id: string, periodEnd: string, tier: PartnerTier, newTier: PartnerTier, outcome: TierOutcomeKind, graceUntil: string | null, values: Array<{ tier: PartnerTier, partnershipType: PartnershipType, metric: TierMetric, value: number | null, required: number, met: boolean | null }> }> } };

export type AssignTierMutationVariables = Exact<{
  id: string;
  tier: PartnerTier;
  note: string;
  pinnedUntil?: string | null | undefined;
  expectedVersion: number;
}>;


export type AssignTierMutation = { assignTier: { id: string, version: number } };

export type ManagerChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ManagerChoicesQuery = { admins: { items: Array<{ id: string, name: string }> } };

export type AssignManagerMutationVariables = Exact<{
  id: string;
  managerId?: string | null | undefined;
  technicalManagerId?: string | null | undefined;
  expectedVersion: number;
}>;


export type AssignManagerMutation = { assignPartnerManager: { id: string, version: number } };

export type AssignManagersMutationVariables = Exact<{
  input: AssignPartnerManagersInput;
}>;


export type AssignManagersMutation = { assignPartnerManagers: Array<{ id: string, partner: { id: string, version: number } | null, error: { code: string, message: string, reason: string | null, version: number | null } | null }> };

export type MyPartnersQueryVariables = Exact<{
  me: string;
}>;


export type MyPartnersQuery = { mine: { items: Array<{ id: string, companyName: string, tier: PartnerTier }>, pageInfo: { totalItems: number } }, lacking: { pageInfo: { totalItems: number } } };

export type OwnManagersQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnManagersQuery = { viewer: { id: string, partnerAccount: { id: string, manager: { name: string, email: string } | null, technicalManager: { name: string, email: string } | null } | null } };

export type PreviewReviewQueryVariables = Exact<{
  periodEnd: string;
}>;


export type PreviewReviewQuery = { previewTierEvaluation: Array<{ partnerId: string, companyName: string, tier: PartnerTier, newTier: PartnerTier, outcome: TierOutcomeKind, graceUntil: string | null, values: Array<{ tier: PartnerTier, partnershipType: PartnershipType, metric: TierMetric, value: number | null, required: number, met: boolean | null }> }> };

export type StandingValuePartsFragment = { partnershipType: PartnershipType, metric: TierMetric, value: number | null, required: number, met: boolean | null, missing: number, forecast: { on: string, value: number | null, met: boolean | null, reason: TierForecastReason, count: number, firstOn: string | null } };

export type StandingPartsFragment = { tier: PartnerTier, since: string, benefits: Array<Benefit>, graceUntil: string | null, pinnedUntil: string | null, nextEvaluationOn: string, values: Array<{ partnershipType: PartnershipType, metric: TierMetric, value: number | null, required: number, met: boolean | null, missing: number, forecast: { on: string, value: number | null, met: boolean | null, reason: TierForecastReason, count: number, firstOn: string | null } }>, next: { tier: PartnerTier, moreBenefits: Array<Benefit>, values: Array<{ partnershipType: PartnershipType, metric: TierMetric, value: number | null, required: number, met: boolean | null, missing: number, forecast: { on: string, value: number | null, met: boolean | null, reason: TierForecastReason, count: number, firstOn: string | null } }> } | null };

export type OwnStandingQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnStandingQuery = { tierStanding: { tier: PartnerTier, since: string, benefits: Array<Benefit>, graceUntil: string | null, pinnedUntil: string | null, nextEvaluationOn: string, values: Array<{ partnershipType: PartnershipType, metric: TierMetric, value: number | null, required: number, met: boolean | null, missing: number, forecast: { on: string, value: number | null, met: boolean | null, reason: TierForecastReason, count: number, firstOn: string | null } }>, next: { tier: PartnerTier, moreBenefits: Array<Benefit>, values: Array<{ partnershipType: PartnershipType, metric: TierMetric, value: number | null, required: number, met: boolean | null, missing: number, forecast: { on: string, value: number | null, met: boolean | null, reason: TierForecastReason, count: number, firstOn: string | null } }> } | null } };

export type PartnerStandingQueryVariables = Exact<{
  id: string;
}>;


export type PartnerStandingQuery = { partnerTierStanding: { tier: PartnerTier, since: string, benefits: Array<Benefit>, graceUntil: string | null, pinnedUntil: string | null, nextEvaluationOn: string, values: Array<{ partnershipType: PartnershipType, metric: TierMetric, value: number | null, required: number, met: boolean | null, missing: number, forecast: { on: string, value: number | null, met: boolean | null, reason: TierForecastReason, count: number, firstOn: string | null } }>, next: { tier: PartnerTier, moreBenefits: Array<Benefit>, values: Array<{ partnershipType: PartnershipType, metric: TierMetric, value: number | null, required: number, met: boolean | null, missing: number, forecast: { on: string, value: number | null, met: boolean | null, reason: TierForecastReason, count: number, firstOn: string | null } }> } | null } | null };

export type TermsPartsFragment = { id: string, tier: PartnerTier, effectiveFrom: string, benefits: Array<Benefit>, supportResponseHours: number | null, wholesaleDiscountBps: number, minMarginBps: number, commissionBps: number, commissionMonths: number, holdDays: number, createdAt: string, commissionCaps: Array<{ amount: number, currency: string }>, requirements: Array<{ partnershipType: PartnershipType, metric: TierMetric, atLeast: number }> };

export type AllTermsQueryVariables = Exact<{ [key: string]: never; }>;


export type AllTermsQuery = { tierTerms: Array<{ id: string, tier: PartnerTier, effectiveFrom: string, benefits: Array<Benefit>, supportResponseHours: number | null, wholesaleDiscountBps: number, minMarginBps: number, commissionBps: number, commissionMonths: number, holdDays: number, createdAt: string, commissionCaps: Array<{ amount: number, currency: string }>, requirements: Array<{ partnershipType: PartnershipType, metric: TierMetric, atLeast: number }> }> };

export type PublishTermsMutationVariables = Exact<{
  input: TierTermsInput;
}>;


export type PublishTermsMutation = { publishTierTerms: { id: string } };

export type WithdrawTermsMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawTermsMutation = { withdrawTierTerms: boolean };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const StandingValuePartsFragmentDoc = new TypedDocumentString(`
    fragment StandingValueParts on TierStandingValue {
  partnershipType
  metric
  value
  required
  met
  missing
  forecast {
    on
    value
    met
    reason
    count
    firstOn
  }
}
    `, {"fragmentName":"StandingValueParts"}) as unknown as TypedDocumentString<StandingValuePartsFragment, unknown>;
export const StandingPartsFragmentDoc = new TypedDocumentString(`
    fragment StandingParts on TierStanding {
  tier
  since
  benefits
  values {
    ...StandingValueParts
  }
  graceUntil
  pinnedUntil
  nextEvaluationOn
  next {
    tier
    values {
      ...StandingValueParts
    }
    moreBenefits
  }
}
    fragment StandingValueParts on TierStandingValue {
  partnershipType
  metric
  value
  required
  met
  missing
  forecast {
    on
    value
    met
    reason
    count
    firstOn
  }
}`, {"fragmentName":"StandingParts"}) as unknown as TypedDocumentString<StandingPartsFragment, unknown>;
export const TermsPartsFragmentDoc = new TypedDocumentString(`
    fragment TermsParts on TierTerms {
  id
  tier
  effectiveFrom
  benefits
  supportResponseHours
  wholesaleDiscountBps
  minMarginBps
  commissionBps
  commissionMonths
  commissionCaps {
    amount
    currency
  }
  holdDays
  requirements {
    partnershipType
    metric
    atLeast
  }
  createdAt
}
    `, {"fragmentName":"TermsParts"}) as unknown as TypedDocumentString<TermsPartsFragment, unknown>;
export const TierHistoryDocument = new TypedDocumentString(`
    query TierHistory($id: ID!) {
  tierAssignments(id: $id, limit: 50) {
    items {
      id
      tier
      from
      to
      reason
      note
      decidedBy
      pinnedUntil
    }
  }
  tierEvaluations(id: $id, limit: 24) {
    items {
      id
      periodEnd
      tier
      newTier
      outcome
      graceUntil
      values {
        tier
        partnershipType
        metric
        value
        required
        met
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TierHistoryQuery, TierHistoryQueryVariables>;
export const AssignTierDocument = new TypedDocumentString(`
    mutation AssignTier($id: ID!, $tier: PartnerTier!, $note: String!, $pinnedUntil: Date, $expectedVersion: Int!) {
  assignTier(
    id: $id
    tier: $tier
    note: $note
    pinnedUntil: $pinnedUntil
    expectedVersion: $expectedVersion
  ) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<AssignTierMutation, AssignTierMutationVariables>;
export const ManagerChoicesDocument = new TypedDocumentString(`
    query ManagerChoices {
  admins(isActive: true, limit: 100) {
    items {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ManagerChoicesQuery, ManagerChoicesQueryVariables>;
export const AssignManagerDocument = new TypedDocumentString(`
    mutation AssignManager($id: ID!, $managerId: ID, $technicalManagerId: ID, $expectedVersion: Int!) {
  assignPartnerManager(
    id: $id
    managerId: $managerId
    technicalManagerId: $technicalManagerId
    expectedVersion: $expectedVersion
  ) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<AssignManagerMutation, AssignManagerMutationVariables>;
export const AssignManagersDocument = new TypedDocumentString(`
    mutation AssignManagers($input: AssignPartnerManagersInput!) {
  assignPartnerManagers(input: $input) {
    id
    partner {
      id
      version
    }
    error {
      code
      message
      reason
      version
    }
  }
}
    `) as unknown as TypedDocumentString<AssignManagersMutation, AssignManagersMutationVariables>;
export const MyPartnersDocument = new TypedDocumentString(`
    query MyPartners($me: ID!) {
  mine: partnerAccounts(filter: {managerIds: [$me], isActive: true}, limit: 6) {
    items {
      id
      companyName
      tier
    }
    pageInfo {
      totalItems
    }
  }
  lacking: partnerAccounts(filter: {lacksManager: true, isActive: true}, limit: 1) {
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<MyPartnersQuery, MyPartnersQueryVariables>;
export const OwnManagersDocument = new TypedDocumentString(`
    query OwnManagers {
  viewer {
    id
    partnerAccount {
      id
      manager {
        name
        email
      }
      technicalManager {
        name
        email
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OwnManagersQuery, OwnManagersQueryVariables>;
export const PreviewReviewDocument = new TypedDocumentString(`
    query PreviewReview($periodEnd: Date!) {
  previewTierEvaluation(periodEnd: $periodEnd) {
    partnerId
    companyName
    tier
    newTier
    outcome
    graceUntil
    values {
      tier
      partnershipType
      metric
      value
      required
      met
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewReviewQuery, PreviewReviewQueryVariables>;
export const OwnStandingDocument = new TypedDocumentString(`
    query OwnStanding {
  tierStanding {
    ...StandingParts
  }
}
    fragment StandingValueParts on TierStandingValue {
  partnershipType
  metric
  value
  required
  met
  missing
  forecast {
    on
    value
    met
    reason
    count
    firstOn
  }
}
fragment StandingParts on TierStanding {
  tier
  since
  benefits
  values {
    ...StandingValueParts
  }
  graceUntil
  pinnedUntil
  nextEvaluationOn
  next {
    tier
    values {
      ...StandingValueParts
    }
    moreBenefits
  }
}`) as unknown as TypedDocumentString<OwnStandingQuery, OwnStandingQueryVariables>;
export const PartnerStandingDocument = new TypedDocumentString(`
    query PartnerStanding($id: ID!) {
  partnerTierStanding(id: $id) {
    ...StandingParts
  }
}
    fragment StandingValueParts on TierStandingValue {
  partnershipType
  metric
  value
  required
  met
  missing
  forecast {
    on
    value
    met
    reason
    count
    firstOn
  }
}
fragment StandingParts on TierStanding {
  tier
  since
  benefits
  values {
    ...StandingValueParts
  }
  graceUntil
  pinnedUntil
  nextEvaluationOn
  next {
    tier
    values {
      ...StandingValueParts
    }
    moreBenefits
  }
}`) as unknown as TypedDocumentString<PartnerStandingQuery, PartnerStandingQueryVariables>;
export const AllTermsDocument = new TypedDocumentString(`
    query AllTerms {
  tierTerms {
    ...TermsParts
  }
}
    fragment TermsParts on TierTerms {
  id
  tier
  effectiveFrom
  benefits
  supportResponseHours
  wholesaleDiscountBps
  minMarginBps
  commissionBps
  commissionMonths
  commissionCaps {
    amount
    currency
  }
  holdDays
  requirements {
    partnershipType
    metric
    atLeast
  }
  createdAt
}`) as unknown as TypedDocumentString<AllTermsQuery, AllTermsQueryVariables>;
export const PublishTermsDocument = new TypedDocumentString(`
    mutation PublishTerms($input: TierTermsInput!) {
  publishTierTerms(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<PublishTermsMutation, PublishTermsMutationVariables>;
export const WithdrawTermsDocument = new TypedDocumentString(`
    mutation WithdrawTerms($id: ID!) {
  withdrawTierTerms(id: $id)
}
    `) as unknown as TypedDocumentString<WithdrawTermsMutation, WithdrawTermsMutationVariables>;