import { registerEnumType } from 'type-graphql';

export enum ProvisioningStatus {
  PENDING = 'PENDING',
  APPLYING = 'APPLYING',
  READY = 'READY',
  FAILED = 'FAILED',
}
registerEnumType(ProvisioningStatus, {
  name: 'ProvisioningStatus',
  description: 'Whether the product has the client as it is here.',
  valuesConfig: {
    PENDING: { description: 'Waits for the first or next attempt to tell the product.' },
    APPLYING: { description: 'The product is being told, or works on it.' },
    READY: { description: 'The product has the client as it is here.' },
    FAILED: { description: 'The product does not have it. Use retryProvisioning to send it again.' },
  },
});

export enum ProvisioningProblem {
  REFUSED = 'REFUSED',
  UNAVAILABLE = 'UNAVAILABLE',
  UNCONFIRMED = 'UNCONFIRMED',
  NEWER_VERSION = 'NEWER_VERSION',
  HELD = 'HELD',
}
registerEnumType(ProvisioningProblem, {
  name: 'ProvisioningProblem',
  description: 'Why the product does not have a client as it is here.',
  valuesConfig: {
    REFUSED: { description: 'The product did not accept the client.' },
    UNAVAILABLE: { description: 'The product did not answer, or failed. Attempts go on for 24 hours.' },
    UNCONFIRMED: { description: 'The product took the client, but did not confirm it.' },
    NEWER_VERSION: { description: 'The product had a newer version. The client is sent again.' },
    HELD: { description: 'The database was restored, so an admin must send the client again.' },
  },
});
