/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Purpose of a file. It limits uploaders, types and size. */
export const FilePurpose = {
  /** An agreement. Admins; PDF, at most 20 MB. */
  Agreement: 'AGREEMENT',
  /** Logo of a partner. Owners; PNG of 64 to 512 by 32 to 256 pixels, at most 256 kB. Public once it is used. */
  Logo: 'LOGO',
  /** Material for partners. Admins; PDF, Word, PowerPoint, Excel, PNG, JPEG, MP4 or ZIP, at most 100 MB. */
  Resource: 'RESOURCE'
} as const;

export type FilePurpose = typeof FilePurpose[keyof typeof FilePurpose];
/** Why a file was refused. Later versions can add reasons. */
export const FileRefusal = {
  /** The file has scripts, macros, embedded files or commands that start programs. */
  ActiveContent: 'ACTIVE_CONTENT',
  /** The file cannot be read. */
  Damaged: 'DAMAGED',
  /** The image is too small or too large. See FilePurpose for the limits in pixels. */
  Dimensions: 'DIMENSIONS',
  /** Fewer bytes came, or the upload was interrupted or too slow. */
  Incomplete: 'INCOMPLETE',
  /** The file is encrypted, or packed in a way that hides its content from the check. */
  NotCheckable: 'NOT_CHECKABLE',
  /** The file is also of another type, such as an image with an archive at its end. */
  SecondType: 'SECOND_TYPE',
  /** More bytes came than the upload was requested for. */
  TooLarge: 'TOO_LARGE',
  /** The bytes are not of the given type. */
  WrongType: 'WRONG_TYPE'
} as const;

export type FileRefusal = typeof FileRefusal[keyof typeof FileRefusal];
/** Progress of an upload. */
export const FileState = {
  /** Its bytes are there, and are checked. This takes seconds. */
  Checking: 'CHECKING',
  /** Its bytes are not there yet. */
  Pending: 'PENDING',
  /** It passed the checks. Use it within 24 hours of the request, or it is deleted. */
  Ready: 'READY',
  /** It failed, for the reason in `refusal`. Upload it again. */
  Refused: 'REFUSED'
} as const;

export type FileState = typeof FileState[keyof typeof FileState];
/** A file to upload. */
export type RequestUploadInput = {
  /** Its exact size in bytes. See FilePurpose for the limit. */
  bytes: number;
  /** Its media type, such as `application/pdf`. See FilePurpose for the types. */
  contentType: string;
  /** Name of the file for people. 1 to 200 characters. A path stays part of the name. */
  name: string;
  /** Purpose of the file. */
  purpose: FilePurpose;
};

/** Filters a list of files. All given conditions must match. */
export type StoredFileFilter = {
  /** Files whose upload was requested at or after this time. */
  createdFrom?: string | null | undefined;
  /** Files whose upload was requested before this time. */
  createdTo?: string | null | undefined;
  /** Files of this partner. */
  partnerId?: string | null | undefined;
  /** Files for any of these purposes. */
  purpose?: Array<FilePurpose> | null | undefined;
  /** Files in any of these states. */
  state?: Array<FileState> | null | undefined;
};

export type FilePartsFragment = { id: string, purpose: FilePurpose, name: string, contentType: string, bytes: number, sha256: string | null, state: FileState, refusal: FileRefusal | null, claimedAt: string | null, createdAt: string, uploader: string, partner: { id: string, companyName: string } | null };

export type FileListQueryVariables = Exact<{
  filter?: StoredFileFilter | null | undefined;
  page: number;
  limit: number;
}>;


export type FileListQuery = { storedFiles: { items: Array<{ id: string, purpose: FilePurpose, name: string, contentType: string, bytes: number, sha256: string | null, state: FileState, refusal: FileRefusal | null, claimedAt: string | null, createdAt: string, uploader: string, partner: { id: string, companyName: string } | null }>, pageInfo: { totalItems: number }, counts: { pending: number, checking: number, ready: number, refused: number } } };

export type UploadedFileQueryVariables = Exact<{
  id: string;
}>;


export type UploadedFileQuery = { file: { id: string, name: string, state: FileState, refusal: FileRefusal | null } | null };

export type RequestUploadMutationVariables = Exact<{
  input: RequestUploadInput;
}>;


export type RequestUploadMutation = { requestUpload: { url: string, file: { id: string } } };

export type DownloadFileMutationVariables = Exact<{
  id: string;
}>;


export type DownloadFileMutation = { downloadFile: { url: string } };

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
export const FilePartsFragmentDoc = new TypedDocumentString(`
    fragment FileParts on StoredFile {
  id
  purpose
  name
  contentType
  bytes
  sha256
  state
  refusal
  claimedAt
  createdAt
  uploader
  partner {
    id
    companyName
  }
}
    `, {"fragmentName":"FileParts"}) as unknown as TypedDocumentString<FilePartsFragment, unknown>;
export const FileListDocument = new TypedDocumentString(`
    query FileList($filter: StoredFileFilter, $page: Int!, $limit: Int!) {
  storedFiles(filter: $filter, page: $page, limit: $limit) {
    items {
      ...FileParts
    }
    pageInfo {
      totalItems
    }
    counts {
      pending
      checking
      ready
      refused
    }
  }
}
    fragment FileParts on StoredFile {
  id
  purpose
  name
  contentType
  bytes
  sha256
  state
  refusal
  claimedAt
  createdAt
  uploader
  partner {
    id
    companyName
  }
}`) as unknown as TypedDocumentString<FileListQuery, FileListQueryVariables>;
export const UploadedFileDocument = new TypedDocumentString(`
    query UploadedFile($id: ID!) {
  file(id: $id) {
    id
    name
    state
    refusal
  }
}
    `) as unknown as TypedDocumentString<UploadedFileQuery, UploadedFileQueryVariables>;
export const RequestUploadDocument = new TypedDocumentString(`
    mutation RequestUpload($input: RequestUploadInput!) {
  requestUpload(input: $input) {
    file {
      id
    }
    url
  }
}
    `) as unknown as TypedDocumentString<RequestUploadMutation, RequestUploadMutationVariables>;
export const DownloadFileDocument = new TypedDocumentString(`
    mutation DownloadFile($id: ID!) {
  downloadFile(id: $id) {
    url
  }
}
    `) as unknown as TypedDocumentString<DownloadFileMutation, DownloadFileMutationVariables>;