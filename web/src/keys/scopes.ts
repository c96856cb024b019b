import { ApiKeyScope, AdminRole, PartnershipType } from '../generated/enums.ts';
import type { ApiKeysQuery } from '../generated/keys/graphql.ts';
import type { Viewer } from '../session/session.store.ts';

export type ApiKey = ApiKeysQuery['apiKeys'][number];

/* Which actions pages show. The API enforces permissions. */

/** Scopes that the viewer can grant to a key. */
export function scopesOf({ adminRoles, partnerAccount }: Viewer): ApiKeyScope[] {
  const reviews = adminRoles?.some((role) => role === AdminRole.Review || role === AdminRole.All);
  if (reviews) return [ApiKeyScope.Read, ApiKeyScope.Review];
  const sells = partnerAccount?.partnerships.some(({ type }) => type === PartnershipType.Reseller);
  if (sells && partnerAccount?.clientManagementEnabled) return [ApiKeyScope.Read, ApiKeyScope.Clients];
  return [ApiKeyScope.Read];
}

export const mayChange = ({ id, adminRoles }: Viewer, { createdBy }: ApiKey): boolean =>
  !adminRoles || createdBy === id || adminRoles.includes(AdminRole.All);

export const mayRotate = (viewer: Viewer, key: ApiKey): boolean =>
  mayChange(viewer, key) &&
  key.replacedBy == null &&
  (key.expiresAt == null || new Date(key.expiresAt) > new Date()) &&
  key.scopes.every((scope) => scopesOf(viewer).includes(scope));
