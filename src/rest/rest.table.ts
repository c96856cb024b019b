import { applicationOperations } from './operations/application.operations.ts';
import { clientOperations } from './operations/client.operations.ts';
import { sessionOperations } from './operations/session.operations.ts';
import type { RestOperation } from './rest.operation.ts';

/** All operations of the REST API: the twelve paths of the requirements, and the session for programs. */
export const restOperations: readonly RestOperation[] = [
  ...applicationOperations,
  ...clientOperations,
  ...sessionOperations,
];
