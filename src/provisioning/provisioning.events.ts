import { presentRows } from '../events/event.presenter.ts';
import type { PublicEvent } from '../events/event.types.ts';
import { ClientProvisioning } from './client-provisioning.entity.ts';

const EXAMPLE = {
  id: '01980d2f-6c1e-7a52-9c44-0b6f1f5a7d21',
  status: 'READY',
  desiredVersion: 3,
  appliedVersion: 3,
  problem: null,
  appliedAt: '2026-12-01T10:30:02.000Z',
  failedAt: null,
  updatedAt: '2026-12-01T10:30:02.000Z',
};

/** `id` is the client's. */
const shown = {
  forPartners: true,
  present: presentRows(ClientProvisioning, Object.keys(EXAMPLE)),
};

const FAILED = { ...EXAMPLE, status: 'FAILED', appliedVersion: 2, problem: 'REFUSED', failedAt: EXAMPLE.updatedAt };
const PENDING = { ...FAILED, status: 'PENDING', desiredVersion: 4, problem: null, failedAt: null };

export const provisioningEvents: readonly PublicEvent[] = [
  { action: 'client.provisioned', text: 'The product has a client as it is here.', ...shown, example: EXAMPLE },
  { action: 'client.provisioning_failed', text: 'The product does not have a client.', ...shown, example: FAILED },
  { action: 'client.provisioning_retried', text: 'Someone sent a failed client again.', ...shown, example: PENDING },
];
