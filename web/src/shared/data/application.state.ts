import type { ApplicationStatus } from '../../generated/enums.ts';

/** The status that pages show: the API's, or withdrawn if `withdrawnAt` is set. */
export type ApplicationState = ApplicationStatus | 'WITHDRAWN';

interface Stateful {
  status: ApplicationStatus;
  withdrawnAt?: string | null | undefined;
}

export const stateOf = ({ status, withdrawnAt }: Stateful): ApplicationState => (withdrawnAt ? 'WITHDRAWN' : status);
