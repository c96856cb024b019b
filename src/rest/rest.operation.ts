/**
 * Names of the REST API and the variables that they set: `{ companyName: 'input.companyName' }`. Types, limits and
 * descriptions come from the schema.
 */
export type FieldMap = Readonly<Record<string, string>>;

/** One operation of the REST API: data only, so that the routes and the OpenAPI document are made from it. */
export interface RestOperation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** With parameters in braces: `/api/partner/clients/{id}`. */
  readonly path: string;
  /** Name of the stored operation, unique in the API. */
  readonly operationName: string;
  /** The stored operation, with one root field. Its variables have the names of the field's arguments. */
  readonly document: string;
  readonly parameters?: FieldMap;
  readonly query?: FieldMap;
  readonly body?: FieldMap;
  /** Of these, only an operation that names them accepts them: `Idempotency-Key`, `If-Match`. */
  readonly headers?: FieldMap;
  /** Fields of the body that must be there although the schema has them optional. */
  readonly required?: readonly string[];
  /** Whether an omitted field of the body becomes null. */
  readonly isWhole?: boolean;
  /** Callers, for the document. The rules of the schema decide. Default: users and API keys. */
  readonly admits?: 'anyone' | 'users';
  /** A note for the document, besides the schema's description. */
  readonly note?: string;
  readonly success: 200 | 201;
  /** Path of the created object, with fields of the answer in braces. */
  readonly location?: string;
  /** Whether the answer's version is its ETag. */
  readonly hasVersion?: boolean;
  /** Whether the version changes with everything that the answer shows, so that If-None-Match can get 304. */
  readonly isCacheable?: boolean;
}
