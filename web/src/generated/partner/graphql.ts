/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** State of an agreement for a partner. */
export const AgreementStatus = {
  /** There is nothing to do. */
  Accepted: 'ACCEPTED',
  /** Its binding version is not accepted. */
  Open: 'OPEN',
  /** A version that will bind is not accepted. The binding one, if any, is. */
  Upcoming: 'UPCOMING'
} as const;

export type AgreementStatus = typeof AgreementStatus[keyof typeof AgreementStatus];
/** Why a client needs attention. */
export const AttentionReason = {
  /** The client was added 3 to 60 days ago, and no user has accessed its account yet. */
  NotOpened: 'NOT_OPENED',
  /** The subscription is active, and a step of the onboarding is overdue. */
  OnboardingOverdue: 'ONBOARDING_OVERDUE',
  /** The subscription is suspended. */
  Suspended: 'SUSPENDED'
} as const;

export type AttentionReason = typeof AttentionReason[keyof typeof AttentionReason];
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
/** Filters a list of clients. All given conditions must match. */
export type ClientAccountFilter = {
  /** True for clients that you bill, false for those that ReachGenie bills. Default: both. */
  billingOwnedByReseller?: boolean | null | undefined;
  /** Clients created at or after this time. */
  createdFrom?: string | null | undefined;
  /** Clients created before this time. */
  createdTo?: string | null | undefined;
  /** True for clients with an overdue step of their onboarding that are not canceled, false for all others. Default: both. */
  onboardingOverdue?: boolean | null | undefined;
  /** Finds text anywhere in company name, contact name or email address. Ignores case, accents and spacing: muller finds Müller. A complete address finds its mailbox in any spelling. 1 to 200 characters, no wildcards. */
  search?: string | null | undefined;
  /** Clients with any of these statuses. */
  status?: Array<SubscriptionStatus> | null | undefined;
};

/** Sort field of a list of clients. */
export const ClientAccountSortField = {
  /** By company name, in natural order: case and accents matter least, and 9 comes before 10. */
  CompanyName: 'COMPANY_NAME',
  /** By creation time. */
  CreatedAt: 'CREATED_AT',
  /** By subscription status, alphabetically. */
  SubscriptionStatus: 'SUBSCRIPTION_STATUS',
  /** By time of the last change. */
  UpdatedAt: 'UPDATED_AT'
} as const;

export type ClientAccountSortField = typeof ClientAccountSortField[keyof typeof ClientAccountSortField];
/** Result of a row of an import. */
export const ClientImportStatus = {
  /** The row created a client. */
  Created: 'CREATED',
  /** An earlier call of the same import created the client. */
  Existed: 'EXISTED',
  /** The row created nothing: see `error` and `problems`. */
  Failed: 'FAILED',
  /** In a dry run only: the row would create a client. */
  Valid: 'VALID'
} as const;

export type ClientImportStatus = typeof ClientImportStatus[keyof typeof ClientImportStatus];
/** Changes to a subscription. Omitted or null fields stay as they are. */
export type ClientSubscriptionInput = {
  /** The new status. The current status changes nothing. */
  subscriptionStatus?: SubscriptionStatus | null | undefined;
  /** The client's plan. 1 to 60 characters. */
  subscriptionTier?: string | null | undefined;
};

/** The same change to several subscriptions. Omitted or null fields stay as they are. */
export type ClientSubscriptionsInput = {
  /** The clients to change, 1 to 100. */
  clients: Array<ClientVersionInput>;
  /** The new status. The current status changes nothing. */
  subscriptionStatus?: SubscriptionStatus | null | undefined;
  /** The client's plan. 1 to 60 characters. */
  subscriptionTier?: string | null | undefined;
};

/** One of several clients to change. */
export type ClientVersionInput = {
  /** The version you last read. Errors: CONFLICT (STALE_VERSION) if it has changed since. */
  expectedVersion?: number | null | undefined;
  /** ID of the client. */
  id: string;
};

/** A new client. Removes meaningless white space and invisible characters from texts. Rejects blank texts, including optional ones. */
export type CreateClientAccountInput = {
  /** Whether you bill the client. Otherwise ReachGenie does. */
  billingOwnedByReseller?: boolean | null | undefined;
  /** Company name. 1 to 200 characters. */
  companyName: string;
  /** The contact's email address, at most 254 characters. Must be unique among your clients that are not canceled. */
  contactEmail: string;
  /** Name of the contact. 1 to 200 characters. */
  contactName: string;
  /** The contact's phone number, in any format. At most 40 characters. */
  contactPhone?: string | null | undefined;
  /** The client's plan, as you name it. 1 to 60 characters. */
  subscriptionTier: string;
};

/** A first step of a partner's user. Later versions can add steps. */
export const GettingStartedStepKey = {
  /** Accept the binding agreements. */
  Agreements: 'AGREEMENTS',
  /** Add a client. */
  Client: 'CLIENT',
  /** Access the account of a client. */
  ClientAccess: 'CLIENT_ACCESS',
  /** Complete the data of the company. */
  Company: 'COMPANY',
  /** Plan the steps for each new client. */
  OnboardingPlan: 'ONBOARDING_PLAN',
  /** Set up two-factor authentication. */
  SecondFactor: 'SECOND_FACTOR',
  /** Invite a colleague. */
  Team: 'TEAM'
} as const;

export type GettingStartedStepKey = typeof GettingStartedStepKey[keyof typeof GettingStartedStepKey];
/** Rows of a file with clients. */
export type ImportClientAccountsInput = {
  /** A key of your choice for the whole file, ideally a random UUID, 1 to 100 characters. Within 24 hours, a row of the same import creates no second client. */
  importId: string;
  /** Whether to check the rows only, and create nothing. */
  isDryRun?: boolean;
  /** Rows, 1 to 100, each with its own key. */
  rows: Array<ImportedClientInput>;
};

/** A row of a file with clients. Its values are those of CreateClientAccountInput, unchecked. */
export type ImportedClientInput = {
  /** Whether you bill the client. Default: true. */
  billingOwnedByReseller?: boolean | null | undefined;
  /** As in the file, at most 5,000 characters. The result tells problems. */
  companyName?: string | null | undefined;
  /** As in the file, at most 5,000 characters. The result tells problems. */
  contactEmail?: string | null | undefined;
  /** As in the file, at most 5,000 characters. The result tells problems. */
  contactName?: string | null | undefined;
  /** As in the file, at most 5,000 characters. The result tells problems. Blank is none. */
  contactPhone?: string | null | undefined;
  /** Identifies the row within the import, such as its line number. 1 to 40 characters. */
  key: string;
  /** As in the file, at most 5,000 characters. The result tells problems. */
  subscriptionTier?: string | null | undefined;
};

/** Language of texts for people. */
export const Language = {
  /** German. */
  De: 'DE',
  /** English. */
  En: 'EN'
} as const;

export type Language = typeof Language[keyof typeof Language];
/** What the product itself knows of a client. Later versions can add facts. */
export const OnboardingFact = {
  /** A user of the reseller accessed the client's account for the first time. */
  FirstAccess: 'FIRST_ACCESS',
  /** The product has the client as it is here. */
  Provisioned: 'PROVISIONED'
} as const;

export type OnboardingFact = typeof OnboardingFact[keyof typeof OnboardingFact];
/** The role of a user in a partner account. */
export const PartnerRole = {
  /** Manages money. Sees clients, but cannot change them. */
  Billing: 'BILLING',
  /** Manages clients. No access to money or the team. */
  Member: 'MEMBER',
  /** Full access, including the team. */
  Owner: 'OWNER',
  /** Sees clients and activity, but cannot change anything. */
  ReadOnly: 'READ_ONLY'
} as const;

export type PartnerRole = typeof PartnerRole[keyof typeof PartnerRole];
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
/** A step of an onboarding plan. */
export type PlannedStepInput = {
  /** Days from the creation of a client until the step is due, 0 to 365. */
  dueDays: number;
  /** Identifies the step in the plan. 1 to 40 characters. Omit it for a new step, which then gets one. */
  key?: string | null | undefined;
  /** What to do. 1 to 200 characters. */
  title: string;
};

/** Why the product does not have a client as it is here. */
export const ProvisioningProblem = {
  /** The database was restored, so an admin must send the client again. */
  Held: 'HELD',
  /** The product had a newer version. The client is sent again. */
  NewerVersion: 'NEWER_VERSION',
  /** The product did not accept the client. */
  Refused: 'REFUSED',
  /** The product did not answer, or failed. Attempts go on for 24 hours. */
  Unavailable: 'UNAVAILABLE',
  /** The product took the client, but did not confirm it. */
  Unconfirmed: 'UNCONFIRMED'
} as const;

export type ProvisioningProblem = typeof ProvisioningProblem[keyof typeof ProvisioningProblem];
/** Whether the product has the client as it is here. */
export const ProvisioningStatus = {
  /** The product is being told, or works on it. */
  Applying: 'APPLYING',
  /** The product does not have it. Use retryProvisioning to send it again. */
  Failed: 'FAILED',
  /** Waits for the first or next attempt to tell the product. */
  Pending: 'PENDING',
  /** The product has the client as it is here. */
  Ready: 'READY'
} as const;

export type ProvisioningStatus = typeof ProvisioningStatus[keyof typeof ProvisioningStatus];
/** An onboarding plan. Replaces the one before. */
export type SaveOnboardingPlanInput = {
  /** In order, 0 to 20. Each key at most once. */
  steps: Array<PlannedStepInput>;
};

/** The direction of a sort order. */
export const SortOrder = {
  /** Smallest, oldest or alphabetically first item at the top. */
  Asc: 'ASC',
  /** Largest, newest or alphabetically last item at the top. */
  Desc: 'DESC'
} as const;

export type SortOrder = typeof SortOrder[keyof typeof SortOrder];
/** Status of a subscription. ACTIVE and SUSPENDED can become each other or CANCELED. CANCELED is final. */
export const SubscriptionStatus = {
  /** The client can use the product. */
  Active: 'ACTIVE',
  /** Ended permanently. The account is kept. */
  Canceled: 'CANCELED',
  /** The client cannot use the product for now. */
  Suspended: 'SUSPENDED'
} as const;

export type SubscriptionStatus = typeof SubscriptionStatus[keyof typeof SubscriptionStatus];
/** Changes to a client. Omitted or null fields stay as they are, except `contactPhone`: null removes it. */
export type UpdateClientAccountInput = {
  /** Whether you bill the client. Otherwise ReachGenie does. */
  billingOwnedByReseller?: boolean | null | undefined;
  /** Company name. 1 to 200 characters. */
  companyName?: string | null | undefined;
  /** The contact's email address, at most 254 characters. Must be unique among your clients that are not canceled. */
  contactEmail?: string | null | undefined;
  /** Name of the contact. 1 to 200 characters. */
  contactName?: string | null | undefined;
  /** The contact's phone number, in any format, at most 40 characters. Null removes it. */
  contactPhone?: string | null | undefined;
};

export type AgreementsToAcceptQueryVariables = Exact<{ [key: string]: never; }>;


export type AgreementsToAcceptQuery = { agreements: Array<{ id: string, title: string, status: AgreementStatus, isBlocking: boolean, version: { id: string, bindingFrom: string } }> };

export type BenefitsQueryVariables = Exact<{ [key: string]: never; }>;


export type BenefitsQuery = { tierTerms: Array<{ tier: PartnerTier, effectiveFrom: string, benefits: Array<Benefit> }> };

export type ClientListQueryVariables = Exact<{
  filter?: ClientAccountFilter | null | undefined;
  page: number;
  limit: number;
  sortBy: ClientAccountSortField;
  sortOrder: SortOrder;
}>;


export type ClientListQuery = { clientAccounts: { items: Array<{ id: string, companyName: string, contactName: string, contactEmail: string, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, billingOwnedByReseller: boolean, version: number, createdAt: string }>, pageInfo: { totalItems: number }, counts: { active: number, suspended: number, canceled: number } } };

export type ClientPartsFragment = { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, billingOwnedByReseller: boolean, version: number, createdAt: string, updatedAt: string };

export type ClientDetailsQueryVariables = Exact<{
  id: string;
}>;


export type ClientDetailsQuery = { clientAccount: { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, billingOwnedByReseller: boolean, version: number, createdAt: string, updatedAt: string, provisioning: { status: ProvisioningStatus, problem: ProvisioningProblem | null, appliedAt: string | null, nextTryAt: string | null } | null, onboarding: Array<{ id: string | null, fact: OnboardingFact | null, title: string, dueOn: string | null, doneAt: string | null, isOverdue: boolean }> } | null };

export type RetryProvisioningMutationVariables = Exact<{
  clientId: string;
}>;


export type RetryProvisioningMutation = { retryProvisioning: { id: string } };

export type ClientPlansQueryVariables = Exact<{ [key: string]: never; }>;


export type ClientPlansQuery = { clientPlans: Array<{ name: string, isLatest: boolean }> };

export type ClientNeighborsQueryVariables = Exact<{
  id: string;
  filter?: ClientAccountFilter | null | undefined;
  sortBy: ClientAccountSortField;
  sortOrder: SortOrder;
}>;


export type ClientNeighborsQuery = { clientAccountNeighbors: { position: number | null, totalItems: number, previous: { id: string } | null, next: { id: string } | null } | null };

export type ClientAccessesQueryVariables = Exact<{
  id: string;
}>;


export type ClientAccessesQuery = { clientAccessSessions: { items: Array<{ id: string, reason: string, userEmail: string, createdAt: string, expiresAt: string, revokedAt: string | null, clientAccount: { id: string, companyName: string } }> } };

export type CreateClientMutationVariables = Exact<{
  input: CreateClientAccountInput;
  idempotencyKey: string;
}>;


export type CreateClientMutation = { createClientAccount: { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, billingOwnedByReseller: boolean, version: number, createdAt: string, updatedAt: string } };

export type UpdateClientMutationVariables = Exact<{
  id: string;
  input: UpdateClientAccountInput;
  expectedVersion: number;
}>;


export type UpdateClientMutation = { updateClientAccount: { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, billingOwnedByReseller: boolean, version: number, createdAt: string, updatedAt: string } };

export type UpdateSubscriptionMutationVariables = Exact<{
  id: string;
  input: ClientSubscriptionInput;
  expectedVersion: number;
}>;


export type UpdateSubscriptionMutation = { updateClientSubscription: { id: string, companyName: string, contactName: string, contactEmail: string, contactPhone: string | null, subscriptionTier: string, subscriptionStatus: SubscriptionStatus, billingOwnedByReseller: boolean, version: number, createdAt: string, updatedAt: string } };

export type UpdateSubscriptionsMutationVariables = Exact<{
  input: ClientSubscriptionsInput;
}>;


export type UpdateSubscriptionsMutation = { updateClientSubscriptions: Array<{ id: string, client: { id: string, version: number } | null, error: { code: string, message: string, reason: string | null, version: number | null } | null }> };

export type AccessPartsFragment = { id: string, reason: string, userEmail: string, createdAt: string, expiresAt: string, revokedAt: string | null, clientAccount: { id: string, companyName: string } };

export type LatestAccessesQueryVariables = Exact<{ [key: string]: never; }>;


export type LatestAccessesQuery = { clientAccessSessions: { items: Array<{ id: string, reason: string, userEmail: string, createdAt: string, expiresAt: string, revokedAt: string | null, clientAccount: { id: string, companyName: string } }> } };

export type AccessClientMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type AccessClientMutation = { accessClientAccount: { url: string, expiresAt: string } };

export type EndAccessMutationVariables = Exact<{
  sessionId: string;
}>;


export type EndAccessMutation = { revokeClientAccess: boolean };

export type ExportClientsMutationVariables = Exact<{
  filter?: ClientAccountFilter | null | undefined;
  sortBy: ClientAccountSortField;
  sortOrder: SortOrder;
  language: Language;
}>;


export type ExportClientsMutation = { exportClientAccounts: { url: string } };

export type HomeClientsQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeClientsQuery = { clientsNeedingAttention: Array<{ reason: AttentionReason, client: { id: string, companyName: string, subscriptionTier: string } }>, clientAccounts: { counts: { active: number, suspended: number, canceled: number } } };

export type FirstStepsQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstStepsQuery = { gettingStarted: Array<{ key: GettingStartedStepKey, isDone: boolean }> };

export type ImportClientsMutationVariables = Exact<{
  input: ImportClientAccountsInput;
}>;


export type ImportClientsMutation = { importClientAccounts: Array<{ key: string, status: ClientImportStatus, mailbox: string | null, client: { id: string } | null, error: { code: string, message: string, reason: string | null } | null, problems: Array<{ field: string, message: string, rule: string, min: number | null, max: number | null, character: string | null, codePoint: string | null }> }> };

export type OnboardingPlanQueryVariables = Exact<{ [key: string]: never; }>;


export type OnboardingPlanQuery = { onboardingPlan: { id: string, version: number, steps: Array<{ key: string, title: string, dueDays: number }> } | null };

export type SaveOnboardingPlanMutationVariables = Exact<{
  input: SaveOnboardingPlanInput;
  expectedVersion: number;
}>;


export type SaveOnboardingPlanMutation = { saveOnboardingPlan: { id: string, version: number } };

export type OnboardingPartsFragment = { onboarding: Array<{ id: string | null, fact: OnboardingFact | null, title: string, dueOn: string | null, doneAt: string | null, isOverdue: boolean }> };

export type SetOnboardingStepMutationVariables = Exact<{
  id: string;
  isDone: boolean;
}>;


export type SetOnboardingStepMutation = { setOnboardingStep: { id: string | null, doneAt: string | null } };

export type MembersQueryVariables = Exact<{
  page: number;
  limit: number;
}>;


export type MembersQuery = { members: { items: Array<{ id: string, email: string, name: string, partnerRole: PartnerRole, joinedAt: string | null, secondFactorAt: string | null, version: number }>, pageInfo: { totalItems: number } } };

export type InviteMemberMutationVariables = Exact<{
  email: string;
  name: string;
  role: PartnerRole;
}>;


export type InviteMemberMutation = { inviteMember: { id: string } };

export type ChangeMemberRoleMutationVariables = Exact<{
  id: string;
  role: PartnerRole;
  expectedVersion: number;
}>;


export type ChangeMemberRoleMutation = { changeMemberRole: { id: string } };

export type ResendMemberInvitationMutationVariables = Exact<{
  id: string;
}>;


export type ResendMemberInvitationMutation = { resendMemberInvitation: boolean };

export type RemoveMemberMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
}>;


export type RemoveMemberMutation = { removeMember: boolean };

export type ResetMemberFactorMutationVariables = Exact<{
  userId: string;
}>;


export type ResetMemberFactorMutation = { resetSecondFactor: boolean };

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
export const ClientPartsFragmentDoc = new TypedDocumentString(`
    fragment ClientParts on ClientAccount {
  id
  companyName
  contactName
  contactEmail
  contactPhone
  subscriptionTier
  subscriptionStatus
  billingOwnedByReseller
  version
  createdAt
  updatedAt
}
    `, {"fragmentName":"ClientParts"}) as unknown as TypedDocumentString<ClientPartsFragment, unknown>;
export const AccessPartsFragmentDoc = new TypedDocumentString(`
    fragment AccessParts on ClientAccessSession {
  id
  reason
  userEmail
  createdAt
  expiresAt
  revokedAt
  clientAccount {
    id
    companyName
  }
}
    `, {"fragmentName":"AccessParts"}) as unknown as TypedDocumentString<AccessPartsFragment, unknown>;
export const OnboardingPartsFragmentDoc = new TypedDocumentString(`
    fragment OnboardingParts on ClientAccount {
  onboarding {
    id
    fact
    title
    dueOn
    doneAt
    isOverdue
  }
}
    `, {"fragmentName":"OnboardingParts"}) as unknown as TypedDocumentString<OnboardingPartsFragment, unknown>;
export const AgreementsToAcceptDocument = new TypedDocumentString(`
    query AgreementsToAccept {
  agreements {
    id
    title
    status
    isBlocking
    version {
      id
      bindingFrom
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementsToAcceptQuery, AgreementsToAcceptQueryVariables>;
export const BenefitsDocument = new TypedDocumentString(`
    query Benefits {
  tierTerms {
    tier
    effectiveFrom
    benefits
  }
}
    `) as unknown as TypedDocumentString<BenefitsQuery, BenefitsQueryVariables>;
export const ClientListDocument = new TypedDocumentString(`
    query ClientList($filter: ClientAccountFilter, $page: Int!, $limit: Int!, $sortBy: ClientAccountSortField!, $sortOrder: SortOrder!) {
  clientAccounts(
    filter: $filter
    page: $page
    limit: $limit
    sortBy: $sortBy
    sortOrder: $sortOrder
  ) {
    items {
      id
      companyName
      contactName
      contactEmail
      subscriptionTier
      subscriptionStatus
      billingOwnedByReseller
      version
      createdAt
    }
    pageInfo {
      totalItems
    }
    counts {
      active
      suspended
      canceled
    }
  }
}
    `) as unknown as TypedDocumentString<ClientListQuery, ClientListQueryVariables>;
export const ClientDetailsDocument = new TypedDocumentString(`
    query ClientDetails($id: ID!) {
  clientAccount(id: $id) {
    ...ClientParts
    ...OnboardingParts
    provisioning {
      status
      problem
      appliedAt
      nextTryAt
    }
  }
}
    fragment ClientParts on ClientAccount {
  id
  companyName
  contactName
  contactEmail
  contactPhone
  subscriptionTier
  subscriptionStatus
  billingOwnedByReseller
  version
  createdAt
  updatedAt
}
fragment OnboardingParts on ClientAccount {
  onboarding {
    id
    fact
    title
    dueOn
    doneAt
    isOverdue
  }
}`) as unknown as TypedDocumentString<ClientDetailsQuery, ClientDetailsQueryVariables>;
export const RetryProvisioningDocument = new TypedDocumentString(`
    mutation RetryProvisioning($clientId: ID!) {
  retryProvisioning(clientId: $clientId) {
    id
  }
}
    `) as unknown as TypedDocumentString<RetryProvisioningMutation, RetryProvisioningMutationVariables>;
export const ClientPlansDocument = new TypedDocumentString(`
    query ClientPlans {
  clientPlans {
    name
    isLatest
  }
}
    `) as unknown as TypedDocumentString<ClientPlansQuery, ClientPlansQueryVariables>;
export const ClientNeighborsDocument = new TypedDocumentString(`
    query ClientNeighbors($id: ID!, $filter: ClientAccountFilter, $sortBy: ClientAccountSortField!, $sortOrder: SortOrder!) {
  clientAccountNeighbors(
    id: $id
    filter: $filter
    sortBy: $sortBy
    sortOrder: $sortOrder
  ) {
    previous {
      id
    }
    next {
      id
    }
    position
    totalItems
  }
}
    `) as unknown as TypedDocumentString<ClientNeighborsQuery, ClientNeighborsQueryVariables>;
export const ClientAccessesDocument = new TypedDocumentString(`
    query ClientAccesses($id: ID!) {
  clientAccessSessions(clientId: $id, limit: 10) {
    items {
      ...AccessParts
    }
  }
}
    fragment AccessParts on ClientAccessSession {
  id
  reason
  userEmail
  createdAt
  expiresAt
  revokedAt
  clientAccount {
    id
    companyName
  }
}`) as unknown as TypedDocumentString<ClientAccessesQuery, ClientAccessesQueryVariables>;
export const CreateClientDocument = new TypedDocumentString(`
    mutation CreateClient($input: CreateClientAccountInput!, $idempotencyKey: String!) {
  createClientAccount(input: $input, idempotencyKey: $idempotencyKey) {
    ...ClientParts
  }
}
    fragment ClientParts on ClientAccount {
  id
  companyName
  contactName
  contactEmail
  contactPhone
  subscriptionTier
  subscriptionStatus
  billingOwnedByReseller
  version
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<CreateClientMutation, CreateClientMutationVariables>;
export const UpdateClientDocument = new TypedDocumentString(`
    mutation UpdateClient($id: ID!, $input: UpdateClientAccountInput!, $expectedVersion: Int!) {
  updateClientAccount(id: $id, input: $input, expectedVersion: $expectedVersion) {
    ...ClientParts
  }
}
    fragment ClientParts on ClientAccount {
  id
  companyName
  contactName
  contactEmail
  contactPhone
  subscriptionTier
  subscriptionStatus
  billingOwnedByReseller
  version
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<UpdateClientMutation, UpdateClientMutationVariables>;
export const UpdateSubscriptionDocument = new TypedDocumentString(`
    mutation UpdateSubscription($id: ID!, $input: ClientSubscriptionInput!, $expectedVersion: Int!) {
  updateClientSubscription(
    id: $id
    input: $input
    expectedVersion: $expectedVersion
  ) {
    ...ClientParts
  }
}
    fragment ClientParts on ClientAccount {
  id
  companyName
  contactName
  contactEmail
  contactPhone
  subscriptionTier
  subscriptionStatus
  billingOwnedByReseller
  version
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<UpdateSubscriptionMutation, UpdateSubscriptionMutationVariables>;
export const UpdateSubscriptionsDocument = new TypedDocumentString(`
    mutation UpdateSubscriptions($input: ClientSubscriptionsInput!) {
  updateClientSubscriptions(input: $input) {
    id
    client {
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
    `) as unknown as TypedDocumentString<UpdateSubscriptionsMutation, UpdateSubscriptionsMutationVariables>;
export const LatestAccessesDocument = new TypedDocumentString(`
    query LatestAccesses {
  clientAccessSessions(limit: 10) {
    items {
      ...AccessParts
    }
  }
}
    fragment AccessParts on ClientAccessSession {
  id
  reason
  userEmail
  createdAt
  expiresAt
  revokedAt
  clientAccount {
    id
    companyName
  }
}`) as unknown as TypedDocumentString<LatestAccessesQuery, LatestAccessesQueryVariables>;
export const AccessClientDocument = new TypedDocumentString(`
    mutation AccessClient($id: ID!, $reason: String!) {
  accessClientAccount(id: $id, reason: $reason) {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<AccessClientMutation, AccessClientMutationVariables>;
export const EndAccessDocument = new TypedDocumentString(`
    mutation EndAccess($sessionId: ID!) {
  revokeClientAccess(sessionId: $sessionId)
}
    `) as unknown as TypedDocumentString<EndAccessMutation, EndAccessMutationVariables>;
export const ExportClientsDocument = new TypedDocumentString(`
    mutation ExportClients($filter: ClientAccountFilter, $sortBy: ClientAccountSortField!, $sortOrder: SortOrder!, $language: Language!) {
  exportClientAccounts(
    filter: $filter
    sortBy: $sortBy
    sortOrder: $sortOrder
    language: $language
  ) {
    url
  }
}
    `) as unknown as TypedDocumentString<ExportClientsMutation, ExportClientsMutationVariables>;
export const HomeClientsDocument = new TypedDocumentString(`
    query HomeClients {
  clientsNeedingAttention(first: 10) {
    reason
    client {
      id
      companyName
      subscriptionTier
    }
  }
  clientAccounts(limit: 1) {
    counts {
      active
      suspended
      canceled
    }
  }
}
    `) as unknown as TypedDocumentString<HomeClientsQuery, HomeClientsQueryVariables>;
export const FirstStepsDocument = new TypedDocumentString(`
    query FirstSteps {
  gettingStarted {
    key
    isDone
  }
}
    `) as unknown as TypedDocumentString<FirstStepsQuery, FirstStepsQueryVariables>;
export const ImportClientsDocument = new TypedDocumentString(`
    mutation ImportClients($input: ImportClientAccountsInput!) {
  importClientAccounts(input: $input) {
    key
    status
    mailbox
    client {
      id
    }
    error {
      code
      message
      reason
    }
    problems {
      field
      message
      rule
      min
      max
      character
      codePoint
    }
  }
}
    `) as unknown as TypedDocumentString<ImportClientsMutation, ImportClientsMutationVariables>;
export const OnboardingPlanDocument = new TypedDocumentString(`
    query OnboardingPlan {
  onboardingPlan {
    id
    steps {
      key
      title
      dueDays
    }
    version
  }
}
    `) as unknown as TypedDocumentString<OnboardingPlanQuery, OnboardingPlanQueryVariables>;
export const SaveOnboardingPlanDocument = new TypedDocumentString(`
    mutation SaveOnboardingPlan($input: SaveOnboardingPlanInput!, $expectedVersion: Int!) {
  saveOnboardingPlan(input: $input, expectedVersion: $expectedVersion) {
    id
    version
  }
}
    `) as unknown as TypedDocumentString<SaveOnboardingPlanMutation, SaveOnboardingPlanMutationVariables>;
export const SetOnboardingStepDocument = new TypedDocumentString(`
    mutation SetOnboardingStep($id: ID!, $isDone: Boolean!) {
  setOnboardingStep(id: $id, isDone: $isDone) {
    id
    doneAt
  }
}
    `) as unknown as TypedDocumentString<SetOnboardingStepMutation, SetOnboardingStepMutationVariables>;
export const MembersDocument = new TypedDocumentString(`
    query Members($page: Int!, $limit: Int!) {
  members(isActive: true, page: $page, limit: $limit) {
    items {
      id
      email
      name
      partnerRole
      joinedAt
      secondFactorAt
      version
    }
    pageInfo {
      totalItems
    }
  }
}
    `) as unknown as TypedDocumentString<MembersQuery, MembersQueryVariables>;
export const InviteMemberDocument = new TypedDocumentString(`
    mutation InviteMember($email: String!, $name: String!, $role: PartnerRole!) {
  inviteMember(email: $email, name: $name, role: $role) {
    id
  }
}
    `) as unknown as TypedDocumentString<InviteMemberMutation, InviteMemberMutationVariables>;
export const ChangeMemberRoleDocument = new TypedDocumentString(`
    mutation ChangeMemberRole($id: ID!, $role: PartnerRole!, $expectedVersion: Int!) {
  changeMemberRole(id: $id, role: $role, expectedVersion: $expectedVersion) {
    id
  }
}
    `) as unknown as TypedDocumentString<ChangeMemberRoleMutation, ChangeMemberRoleMutationVariables>;
export const ResendMemberInvitationDocument = new TypedDocumentString(`
    mutation ResendMemberInvitation($id: ID!) {
  resendMemberInvitation(id: $id)
}
    `) as unknown as TypedDocumentString<ResendMemberInvitationMutation, ResendMemberInvitationMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation RemoveMember($id: ID!, $expectedVersion: Int!) {
  removeMember(id: $id, expectedVersion: $expectedVersion)
}
    `) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const ResetMemberFactorDocument = new TypedDocumentString(`
    mutation ResetMemberFactor($userId: ID!) {
  resetSecondFactor(userId: $userId)
}
    `) as unknown as TypedDocumentString<ResetMemberFactorMutation, ResetMemberFactorMutationVariables>;