import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/** A generated document, of whichever area: its text is what is sent. */
export type Document<Data, Variables> = DocumentTypeDecoration<Data, Variables> & { toString(): string };
