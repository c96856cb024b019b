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
    "query PaletteSearch($text: String!) {\n  search(text: $text) {\n    applications {\n      id\n      companyName\n      contactName\n      status\n      withdrawnAt\n    }\n    partners {\n      id\n      companyName\n      adminEmail\n      isActive\n    }\n    clients {\n      id\n      companyName\n      contactName\n      subscriptionTier\n    }\n    people {\n      id\n      name\n      email\n      partnerAccountId\n      companyName\n    }\n  }\n}": typeof types.PaletteSearchDocument,
    "query InterfaceStateOf($keys: [InterfaceKey!]!) {\n  interfaceState(keys: $keys) {\n    key\n    value\n  }\n}\n\nmutation KeepInterfaceState($key: InterfaceKey!, $value: String!) {\n  setInterfaceState(key: $key, value: $value) {\n    key\n    value\n  }\n}\n\nquery ReadDraft($key: String!) {\n  draft(key: $key) {\n    text\n  }\n}\n\nmutation KeepDraft($key: String!, $text: String!) {\n  saveDraft(key: $key, text: $text) {\n    key\n  }\n}\n\nmutation ForgetDraft($key: String!) {\n  deleteDraft(key: $key)\n}": typeof types.InterfaceStateOfDocument,
};
const documents: Documents = {
    "query PaletteSearch($text: String!) {\n  search(text: $text) {\n    applications {\n      id\n      companyName\n      contactName\n      status\n      withdrawnAt\n    }\n    partners {\n      id\n      companyName\n      adminEmail\n      isActive\n    }\n    clients {\n      id\n      companyName\n      contactName\n      subscriptionTier\n    }\n    people {\n      id\n      name\n      email\n      partnerAccountId\n      companyName\n    }\n  }\n}": types.PaletteSearchDocument,
    "query InterfaceStateOf($keys: [InterfaceKey!]!) {\n  interfaceState(keys: $keys) {\n    key\n    value\n  }\n}\n\nmutation KeepInterfaceState($key: InterfaceKey!, $value: String!) {\n  setInterfaceState(key: $key, value: $value) {\n    key\n    value\n  }\n}\n\nquery ReadDraft($key: String!) {\n  draft(key: $key) {\n    text\n  }\n}\n\nmutation KeepDraft($key: String!, $text: String!) {\n  saveDraft(key: $key, text: $text) {\n    key\n  }\n}\n\nmutation ForgetDraft($key: String!) {\n  deleteDraft(key: $key)\n}": types.InterfaceStateOfDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PaletteSearch($text: String!) {\n  search(text: $text) {\n    applications {\n      id\n      companyName\n      contactName\n      status\n      withdrawnAt\n    }\n    partners {\n      id\n      companyName\n      adminEmail\n      isActive\n    }\n    clients {\n      id\n      companyName\n      contactName\n      subscriptionTier\n    }\n    people {\n      id\n      name\n      email\n      partnerAccountId\n      companyName\n    }\n  }\n}"): typeof import('./graphql.ts').PaletteSearchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query InterfaceStateOf($keys: [InterfaceKey!]!) {\n  interfaceState(keys: $keys) {\n    key\n    value\n  }\n}\n\nmutation KeepInterfaceState($key: InterfaceKey!, $value: String!) {\n  setInterfaceState(key: $key, value: $value) {\n    key\n    value\n  }\n}\n\nquery ReadDraft($key: String!) {\n  draft(key: $key) {\n    text\n  }\n}\n\nmutation KeepDraft($key: String!, $text: String!) {\n  saveDraft(key: $key, text: $text) {\n    key\n  }\n}\n\nmutation ForgetDraft($key: String!) {\n  deleteDraft(key: $key)\n}"): typeof import('./graphql.ts').InterfaceStateOfDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
