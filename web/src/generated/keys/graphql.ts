/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The permissions of an API key. */
export const ApiKeyScope = {
  /** Reads and changes clients. Only for partners that manage clients. */
  Clients: 'CLIENTS',
  /** Reads the account, its activity and its clients; for admins all applications and partners. */
  Read: 'READ',
  /** Reads and reviews applications. Only for admins. */
  Review: 'REVIEW'
} as const;

export type ApiKeyScope = typeof ApiKeyScope[keyof typeof ApiKeyScope];
export type ApiKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiKeysQuery = { apiKeys: Array<{ id: string, name: string, prefix: string, scopes: Array<ApiKeyScope>, allowedAddresses: Array<string>, createdBy: string, createdByName: string, lastUsedAt: string | null, expiresAt: string | null, replacedBy: string | null }> };

export type ApiKeyUsesQueryVariables = Exact<{
  apiKeyId: string;
  page: number;
}>;


export type ApiKeyUsesQuery = { apiKeyUses: { items: Array<{ id: string, network: string, lastAt: string, requests: number, refused: number }>, pageInfo: { totalPages: number } } };

export type CreateApiKeyMutationVariables = Exact<{
  name: string;
  scopes?: Array<ApiKeyScope> | ApiKeyScope | null | undefined;
  allowedAddresses?: Array<string> | string | null | undefined;
  expiresAt?: string | null | undefined;
}>;


export type CreateApiKeyMutation = { createApiKey: { secret: string } };

export type RotateApiKeyMutationVariables = Exact<{
  id: string;
  overlapHours: number;
}>;


export type RotateApiKeyMutation = { rotateApiKey: { secret: string } };

export type RevokeApiKeyMutationVariables = Exact<{
  id: string;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: boolean };

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

export const ApiKeysDocument = new TypedDocumentString(`
    query ApiKeys {
  apiKeys {
    id
    name
    prefix
    scopes
    allowedAddresses
    createdBy
    createdByName
    lastUsedAt
    expiresAt
    replacedBy
  }
}
    `) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const ApiKeyUsesDocument = new TypedDocumentString(`
    query ApiKeyUses($apiKeyId: ID!, $page: Int!) {
  apiKeyUses(apiKeyId: $apiKeyId, page: $page) {
    items {
      id
      network
      lastAt
      requests
      refused
    }
    pageInfo {
      totalPages
    }
  }
}
    `) as unknown as TypedDocumentString<ApiKeyUsesQuery, ApiKeyUsesQueryVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($name: String!, $scopes: [ApiKeyScope!], $allowedAddresses: [String!], $expiresAt: DateTime) {
  createApiKey(
    name: $name
    scopes: $scopes
    allowedAddresses: $allowedAddresses
    expiresAt: $expiresAt
  ) {
    secret
  }
}
    `) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RotateApiKeyDocument = new TypedDocumentString(`
    mutation RotateApiKey($id: ID!, $overlapHours: Int!) {
  rotateApiKey(id: $id, overlapHours: $overlapHours) {
    secret
  }
}
    `) as unknown as TypedDocumentString<RotateApiKeyMutation, RotateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = new TypedDocumentString(`
    mutation RevokeApiKey($id: ID!) {
  revokeApiKey(id: $id)
}
    `) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;