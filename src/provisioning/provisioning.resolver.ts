import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ClientAccount } from '../clients/client-account.entity.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { childrenOf, loadList } from '../core/lists/children.ts';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import { SelectedOfPage, type Selected } from '../core/lists/selection.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { ClientProvisioning } from './client-provisioning.entity.ts';
import { ProvisioningStatus } from './provisioning.enums.ts';
import { FailedProvisioningsArgs } from './provisioning.inputs.ts';
import * as provisionings from './provisioning.service.ts';
import { FAILURES, PROBLEMS } from './failure/provisioning.wording.ts';

const ClientProvisioningPage = pageOf(ClientProvisioning);

@Resolver(() => ClientAccount)
export class ProvisionedClientResolver {
  @FieldResolver(() => ClientProvisioning, {
    nullable: true,
    description: 'Whether the product has this client as it is here. Null if this system does not set up clients.',
  })
  async provisioning(@Ctx() ctx: RequestContext, @Root() { id, resellerId }: ClientAccount) {
    if (!ctx.config.product) return null;
    const [row] = await loadList(ctx, provisionings.PROVISIONINGS, id);
    // A worker follows a new client within a second or two.
    return row ?? Object.assign(new ClientProvisioning(), { id, resellerId, desiredVersion: 1 });
  }
}

@Resolver(() => ClientProvisioning)
export class ProvisioningResolver {
  @Query(() => ClientProvisioningPage, {
    description:
      'Returns clients that the product does not have as they are here, because it failed, or of which the product had a newer version in the last 30 days. Latest change first. Admins only.',
  })
  failedProvisionings(
    @Ctx() ctx: RequestContext,
    @Args(() => FailedProvisioningsArgs) args: FailedProvisioningsArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<ClientProvisioning>> {
    return provisionings.listFailedProvisionings(ctx, { ...args, ...selected });
  }

  @Mutation(() => ClientProvisioning, {
    description:
      'Sends a client to the product again, if that failed. Otherwise it changes nothing. Errors: NOT_FOUND; CONFLICT (PROVISIONING_HELD) if an admin must do it, after a restore of our database; CONFLICT (PROVISIONING_OFF). Resellers, also by API key, and admins with PARTNERS or ALL.',
  })
  retryProvisioning(
    @Ctx() ctx: RequestContext,
    @Arg('clientId', () => ID, { description: 'ID of the client.' }) clientId: string,
  ): Promise<ClientProvisioning> {
    return provisionings.retryProvisioning(ctx, { clientId });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The problem as an English sentence, for resellers. Null without a problem.',
  })
  lastError(@Root() { problem, status }: ClientProvisioning): string | null {
    if (!problem) return null;
    return (status === ProvisioningStatus.FAILED ? FAILURES : PROBLEMS).EN[problem];
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the product answered. Null for partners.' })
  detail(@Ctx() ctx: RequestContext, @Root() { detail }: ClientProvisioning): string | null {
    return isAdmin(ctx) ? (detail ?? null) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'ID of the client in the product. Null for partners.' })
  externalId(@Ctx() ctx: RequestContext, @Root() { externalId }: ClientProvisioning): string | null {
    return isAdmin(ctx) ? (externalId ?? null) : null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When the product last had a newer version than this system, in the last 30 days. Null for partners.',
  })
  overtakenAt(@Ctx() ctx: RequestContext, @Root() { overtakenAt }: ClientProvisioning): Date | null {
    return isAdmin(ctx) ? (overtakenAt ?? null) : null;
  }

  @FieldResolver(() => ClientAccount, { description: 'The client.' })
  async client(@Ctx() ctx: RequestContext, @Root() { id }: ClientProvisioning) {
    const [client] = await loadList(ctx, CLIENT, id);
    return client;
  }

  @FieldResolver(() => PartnerAccount, { nullable: true, description: 'The reseller. Null for partners.' })
  async partner(@Ctx() ctx: RequestContext, @Root() { resellerId }: ClientProvisioning) {
    if (!isAdmin(ctx)) return null;
    const [partner] = await loadList(ctx, PARTNER, resellerId);
    return partner ?? null;
  }
}

const isAdmin = ({ caller }: RequestContext): boolean => caller?.role === 'ADMIN';

// Loads single rows as lists of one.
const CLIENT = childrenOf({ entity: ClientAccount, parent: 'id', sortBy: 'id' });
const PARTNER = childrenOf({ entity: PartnerAccount, parent: 'id', sortBy: 'id' });
