import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLScalarType } from 'graphql';
import jwt from 'jsonwebtoken';

// The part of the product's contract that the operations use, so that all GraphQL servers get the same requests.
const typeDefs = `
  scalar DateTime
  enum PartnershipType { RESELLER REFERRAL TECHNOLOGY }
  enum CompanySize { SIZE_1_10 SIZE_11_50 SIZE_51_200 SIZE_201_500 SIZE_501_PLUS }
  enum ApplicationStatus { PENDING REVIEWING APPROVED REJECTED }
  enum SubscriptionStatus { ACTIVE SUSPENDED CANCELED }
  enum PartnerApplicationSortField { CREATED_AT }
  type PartnerApplication {
    id: ID! companyName: String! contactName: String! contactEmail: String! contactPhone: String website: String
    partnershipType: PartnershipType! companySize: CompanySize! industry: String! currentSolutions: String
    targetMarket: String motivation: String! additionalInformation: String status: ApplicationStatus!
    createdAt: DateTime! updatedAt: DateTime! notes: [PartnerApplicationNote!]!
  }
  type PartnerApplicationNote { id: ID! authorName: String! note: String! createdAt: DateTime! }
  type ClientAccount {
    id: ID! companyName: String! contactName: String! contactEmail: String! contactPhone: String
    subscriptionTier: String! subscriptionStatus: SubscriptionStatus! billingOwnedByReseller: Boolean!
    createdAt: DateTime! updatedAt: DateTime!
  }
  enum Role { ADMIN PARTNER }
  type Viewer { id: ID! email: String! name: String! role: Role! }
  type PageInfo { totalItems: Int! page: Int! limit: Int! hasNextPage: Boolean! endCursor: String }
  type PartnerApplicationPage { items: [PartnerApplication!]! pageInfo: PageInfo! }
  type ClientAccountPage { items: [ClientAccount!]! pageInfo: PageInfo! }
  type StatusCount { status: ApplicationStatus! count: Int! }
  type PartnershipTypeCount { partnershipType: PartnershipType! count: Int! }
  type PartnerApplicationStatistics {
    total: Int! byStatus: [StatusCount!]! byPartnershipType: [PartnershipTypeCount!]!
  }
  input PartnerApplicationFilter { status: [ApplicationStatus!] search: String }
  input CreateClientAccountInput {
    companyName: String! contactName: String! contactEmail: String! contactPhone: String subscriptionTier: String!
  }
  type Query {
    viewer: Viewer!
    partnerApplications(
      filter: PartnerApplicationFilter, sortBy: PartnerApplicationSortField, page: Int!, after: String, limit: Int! = 20
    ): PartnerApplicationPage!
    partnerApplication(id: ID!): PartnerApplication
    clientAccounts(page: Int!, after: String, limit: Int! = 20): ClientAccountPage!
    partnerApplicationStatistics: PartnerApplicationStatistics!
  }
  type Mutation { createClientAccount(input: CreateClientAccountInput!): ClientAccount! }`;

const CompanySize = {
  SIZE_1_10: '1-10',
  SIZE_11_50: '11-50',
  SIZE_51_200: '51-200',
  SIZE_201_500: '201-500',
  SIZE_501_PLUS: '501+',
};

const DateTime = new GraphQLScalarType({ name: 'DateTime', serialize: (date) => date.toISOString() });

export const schemaOf = (resolvers) =>
  makeExecutableSchema({ typeDefs, resolvers: { CompanySize, DateTime, ...resolvers } });

/** The caller of a token; undefined if there is no valid one. */
export function callerOf(authorization = '') {
  try {
    return jwt.verify(authorization.slice('Bearer '.length), process.env.TOKEN_SECRET, { algorithms: ['HS256'] });
  } catch {
    return undefined;
  }
}
