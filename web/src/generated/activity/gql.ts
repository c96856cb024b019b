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
    "query Activity($filter: AuditEventFilter, $limit: Int!, $after: String) {\n  auditEvents(filter: $filter, limit: $limit, after: $after) {\n    items {\n      ...ToldEvent\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment ToldEvent on AuditEvent {\n  id\n  occurredAt\n  type\n  actor {\n    id\n    kind\n    name\n    apiKeyName\n  }\n  subject {\n    type\n    id\n    name\n  }\n  partner {\n    type\n    id\n    name\n  }\n  mentions {\n    type\n    id\n    name\n  }\n  changes\n  ipAddress\n  requestId\n}\n\nmutation ExportActivity($filter: AuditEventFilter, $language: Language!) {\n  exportAuditEvents(filter: $filter, language: $language) {\n    url\n  }\n}": typeof types.ActivityDocument,
};
const documents: Documents = {
    "query Activity($filter: AuditEventFilter, $limit: Int!, $after: String) {\n  auditEvents(filter: $filter, limit: $limit, after: $after) {\n    items {\n      ...ToldEvent\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment ToldEvent on AuditEvent {\n  id\n  occurredAt\n  type\n  actor {\n    id\n    kind\n    name\n    apiKeyName\n  }\n  subject {\n    type\n    id\n    name\n  }\n  partner {\n    type\n    id\n    name\n  }\n  mentions {\n    type\n    id\n    name\n  }\n  changes\n  ipAddress\n  requestId\n}\n\nmutation ExportActivity($filter: AuditEventFilter, $language: Language!) {\n  exportAuditEvents(filter: $filter, language: $language) {\n    url\n  }\n}": types.ActivityDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Activity($filter: AuditEventFilter, $limit: Int!, $after: String) {\n  auditEvents(filter: $filter, limit: $limit, after: $after) {\n    items {\n      ...ToldEvent\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment ToldEvent on AuditEvent {\n  id\n  occurredAt\n  type\n  actor {\n    id\n    kind\n    name\n    apiKeyName\n  }\n  subject {\n    type\n    id\n    name\n  }\n  partner {\n    type\n    id\n    name\n  }\n  mentions {\n    type\n    id\n    name\n  }\n  changes\n  ipAddress\n  requestId\n}\n\nmutation ExportActivity($filter: AuditEventFilter, $language: Language!) {\n  exportAuditEvents(filter: $filter, language: $language) {\n    url\n  }\n}"): typeof import('./graphql.ts').ActivityDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
