import { CLIENT_EXAMPLE, presentClients } from '../clients/client.events.ts';
import type { PublicEvent } from '../events/event.types.ts';

const shown = { forPartners: true, present: presentClients, example: CLIENT_EXAMPLE };

export const clientAccessEvents: readonly PublicEvent[] = [
  { action: 'client.accessed', text: 'A user asked for access to a client account.', ...shown },
  { action: 'client.access_opened', text: 'A user opened a client account.', ...shown },
  { action: 'client.access_revoked', text: 'Access to a client account was ended.', ...shown },
];
