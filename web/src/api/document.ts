import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/** A generated document of any area. Its text is sent. */
export type Document<Data, Variables> = DocumentTypeDecoration<Data, Variables> & { toString(): string };
