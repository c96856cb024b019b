import type { Feature, Served, ServedProcess } from '../feature.ts';
import { readSigningKeys } from '../identity/tokens/signing.keys.ts';
import { AttentionResolver } from './attention.resolver.ts';
import { mayChangeClients } from '../core/graphql/permissions.ts';
import { firstAccesses, hasAccess } from './client-access.facts.ts';
import { ClientAccessSession } from './client-access-session.entity.ts';
import { clientAccessEndpoints } from './client-access.endpoints.ts';
import { ClientAccessResolver } from './client-access.resolver.ts';
import { clientAccessRules } from './client-access.rules.ts';
import { clientAccessTokens } from './client.access.token.ts';
import { clientAccessEvents } from './client-access.events.ts';

const auditActions = {
  'client.accessed': 'A user of a reseller asked for access to a client account.',
  'client.access_opened': 'A user of a reseller opened a client account.',
  'client.access_revoked': 'Access to a client account was ended.',
} as const;

type AccessActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends AccessActions {}
}

function serveAccess({ config, orm, privateKey }: ServedProcess) {
  const tokens = clientAccessTokens(readSigningKeys(privateKey, config.jwt.publicKeys), config.publicUrl);
  return {
    endpoints: (app) => clientAccessEndpoints(app, { orm, tokens, secrets: config.clientApp.secrets }),
    signClientAccess: (claims, expiresAt) => tokens.sign(claims, expiresAt),
  } satisfies Served;
}

/** Access of resellers to their clients' accounts. */
export const access: Feature = {
  entities: [ClientAccessSession],
  resolvers: [AttentionResolver, ClientAccessResolver],
  rules: [clientAccessRules],
  auditActions,
  events: clientAccessEvents,
  onboardingFacts: [
    {
      key: 'FIRST_ACCESS',
      title: 'First access to the account',
      description: "A user of the reseller accessed the client's account for the first time.",
      read: firstAccesses,
    },
  ],
  firstSteps: [
    {
      key: 'CLIENT_ACCESS',
      description: 'Access the account of a client.',
      isFor: mayChangeClients,
      isDone: hasAccess,
    },
  ],
  serve: serveAccess,
};
