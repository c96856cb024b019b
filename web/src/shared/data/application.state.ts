import type { ApplicationStatus } from '../../generated/enums.ts';

/** What people read as the status: the API's, and withdrawn, which `withdrawnAt` decides. */
export type ApplicationState = ApplicationStatus | 'WITHDRAWN';

interface Stateful {
  status: ApplicationStatus;
  withdrawnAt?: string | null | undefined;
}

export const stateOf = ({ status, withdrawnAt }: Stateful): ApplicationState => (withdrawnAt ? 'WITHDRAWN' : status);
