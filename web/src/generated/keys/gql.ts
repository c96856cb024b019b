/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query ApiKeys {\n  apiKeys {\n    id\n    name\n    prefix\n    scopes\n    allowedAddresses\n    createdBy\n    createdByName\n    lastUsedAt\n    expiresAt\n    replacedBy\n  }\n}\n\nquery ApiKeyUses($apiKeyId: ID!, $page: Int!) {\n  apiKeyUses(apiKeyId: $apiKeyId, page: $page) {\n    items {\n      id\n      network\n      lastAt\n      requests\n      refused\n    }\n    pageInfo {\n      totalPages\n    }\n  }\n}\n\nmutation CreateApiKey($name: String!, $scopes: [ApiKeyScope!], $allowedAddresses: [String!], $expiresAt: DateTime) {\n  createApiKey(\n    name: $name\n    scopes: $scopes\n    allowedAddresses: $allowedAddresses\n    expiresAt: $expiresAt\n  ) {\n    secret\n  }\n}\n\nmutation RotateApiKey($id: ID!, $overlapHours: Int!) {\n  rotateApiKey(id: $id, overlapHours: $overlapHours) {\n    secret\n  }\n}\n\nmutation RevokeApiKey($id: ID!) {\n  revokeApiKey(id: $id)\n}": typeof types.ApiKeysDocument,
};
const documents: Documents = {
    "query ApiKeys {\n  apiKeys {\n    id\n    name\n    prefix\n    scopes\n    allowedAddresses\n    createdBy\n    createdByName\n    lastUsedAt\n    expiresAt\n    replacedBy\n  }\n}\n\nquery ApiKeyUses($apiKeyId: ID!, $page: Int!) {\n  apiKeyUses(apiKeyId: $apiKeyId, page: $page) {\n    items {\n      id\n      network\n      lastAt\n      requests\n      refused\n    }\n    pageInfo {\n      totalPages\n    }\n  }\n}\n\nmutation CreateApiKey($name: String!, $scopes: [ApiKeyScope!], $allowedAddresses: [String!], $expiresAt: DateTime) {\n  createApiKey(\n    name: $name\n    scopes: $scopes\n    allowedAddresses: $allowedAddresses\n    expiresAt: $expiresAt\n  ) {\n    secret\n  }\n}\n\nmutation RotateApiKey($id: ID!, $overlapHours: Int!) {\n  rotateApiKey(id: $id, overlapHours: $overlapHours) {\n    secret\n  }\n}\n\nmutation RevokeApiKey($id: ID!) {\n  revokeApiKey(id: $id)\n}": types.ApiKeysDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ApiKeys {\n  apiKeys {\n    id\n    name\n    prefix\n    scopes\n    allowedAddresses\n    createdBy\n    createdByName\n    lastUsedAt\n    expiresAt\n    replacedBy\n  }\n}\n\nquery ApiKeyUses($apiKeyId: ID!, $page: Int!) {\n  apiKeyUses(apiKeyId: $apiKeyId, page: $page) {\n    items {\n      id\n      network\n      lastAt\n      requests\n      refused\n    }\n    pageInfo {\n      totalPages\n    }\n  }\n}\n\nmutation CreateApiKey($name: String!, $scopes: [ApiKeyScope!], $allowedAddresses: [String!], $expiresAt: DateTime) {\n  createApiKey(\n    name: $name\n    scopes: $scopes\n    allowedAddresses: $allowedAddresses\n    expiresAt: $expiresAt\n  ) {\n    secret\n  }\n}\n\nmutation RotateApiKey($id: ID!, $overlapHours: Int!) {\n  rotateApiKey(id: $id, overlapHours: $overlapHours) {\n    secret\n  }\n}\n\nmutation RevokeApiKey($id: ID!) {\n  revokeApiKey(id: $id)\n}"): typeof import('./graphql.ts').ApiKeysDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
