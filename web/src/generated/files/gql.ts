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
    "fragment FileParts on StoredFile {\n  id\n  purpose\n  name\n  contentType\n  bytes\n  sha256\n  state\n  refusal\n  claimedAt\n  createdAt\n  uploader\n  partner {\n    id\n    companyName\n  }\n}\n\nquery FileList($filter: StoredFileFilter, $page: Int!, $limit: Int!) {\n  storedFiles(filter: $filter, page: $page, limit: $limit) {\n    items {\n      ...FileParts\n    }\n    pageInfo {\n      totalItems\n    }\n    counts {\n      pending\n      checking\n      ready\n      refused\n    }\n  }\n}\n\nquery UploadedFile($id: ID!) {\n  file(id: $id) {\n    id\n    name\n    state\n    refusal\n  }\n}\n\nmutation RequestUpload($input: RequestUploadInput!) {\n  requestUpload(input: $input) {\n    file {\n      id\n    }\n    url\n  }\n}\n\nmutation DownloadFile($id: ID!) {\n  downloadFile(id: $id) {\n    url\n  }\n}": typeof types.FilePartsFragmentDoc,
};
const documents: Documents = {
    "fragment FileParts on StoredFile {\n  id\n  purpose\n  name\n  contentType\n  bytes\n  sha256\n  state\n  refusal\n  claimedAt\n  createdAt\n  uploader\n  partner {\n    id\n    companyName\n  }\n}\n\nquery FileList($filter: StoredFileFilter, $page: Int!, $limit: Int!) {\n  storedFiles(filter: $filter, page: $page, limit: $limit) {\n    items {\n      ...FileParts\n    }\n    pageInfo {\n      totalItems\n    }\n    counts {\n      pending\n      checking\n      ready\n      refused\n    }\n  }\n}\n\nquery UploadedFile($id: ID!) {\n  file(id: $id) {\n    id\n    name\n    state\n    refusal\n  }\n}\n\nmutation RequestUpload($input: RequestUploadInput!) {\n  requestUpload(input: $input) {\n    file {\n      id\n    }\n    url\n  }\n}\n\nmutation DownloadFile($id: ID!) {\n  downloadFile(id: $id) {\n    url\n  }\n}": types.FilePartsFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment FileParts on StoredFile {\n  id\n  purpose\n  name\n  contentType\n  bytes\n  sha256\n  state\n  refusal\n  claimedAt\n  createdAt\n  uploader\n  partner {\n    id\n    companyName\n  }\n}\n\nquery FileList($filter: StoredFileFilter, $page: Int!, $limit: Int!) {\n  storedFiles(filter: $filter, page: $page, limit: $limit) {\n    items {\n      ...FileParts\n    }\n    pageInfo {\n      totalItems\n    }\n    counts {\n      pending\n      checking\n      ready\n      refused\n    }\n  }\n}\n\nquery UploadedFile($id: ID!) {\n  file(id: $id) {\n    id\n    name\n    state\n    refusal\n  }\n}\n\nmutation RequestUpload($input: RequestUploadInput!) {\n  requestUpload(input: $input) {\n    file {\n      id\n    }\n    url\n  }\n}\n\nmutation DownloadFile($id: ID!) {\n  downloadFile(id: $id) {\n    url\n  }\n}"): typeof import('./graphql.ts').FilePartsFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
