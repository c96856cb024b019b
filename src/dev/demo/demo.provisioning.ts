import { ProvisioningProblem, ProvisioningStatus } from '../../provisioning/provisioning.enums.ts';

interface DemoClient {
  id: string;
  resellerId: string;
  version: number;
  updatedAt: Date;
}

/** The product has the client, or refused its last change. */
export const demoProvisioning = (
  { id, resellerId, version, updatedAt: at }: DemoClient,
  isFailed: boolean,
): object => ({
  resellerId,
  clientId: id,
  desiredVersion: version,
  appliedVersion: isFailed ? version - 1 : version,
  status: isFailed ? ProvisioningStatus.FAILED : ProvisioningStatus.READY,
  problem: isFailed ? ProvisioningProblem.REFUSED : null,
  detail: isFailed ? 'PUT answered 422: {"error":"The plan is unknown."}' : null,
  tries: version,
  wantedAt: at,
  appliedAt: at,
  failedAt: isFailed ? at : null,
  updatedAt: at,
});
