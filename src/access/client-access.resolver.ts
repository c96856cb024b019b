import { Arg, Args, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { ClientAccount } from '../clients/client-account.entity.ts';
import { childrenOf, loadList } from '../core/lists/children.ts';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { SelectedOfPage, type Selected } from '../core/lists/selection.ts';
import { User } from '../identity/users/user.entity.ts';
import { AccessClientAccountArgs, ClientAccessSessionsArgs } from './client-access.inputs.ts';
import * as clientAccess from './client-access.service.ts';
import { ClientAccessSession } from './client-access-session.entity.ts';

const ClientAccessSessionPage = pageOf(ClientAccessSession);

@ObjectType({ simpleResolvers: true, description: "Temporary credentials for a client's account." })
class ClientAccess implements clientAccess.GrantedAccess {
  @Field(() => ID, { description: 'Identifies the access. Needed to end it early.' })
  sessionId!: string;

  @Field(() => String, {
    description: 'Token for the client application, which can exchange it once. Not valid for this API.',
  })
  accessToken!: string;

  @Field(() => String, { description: 'URL of the client application, with the token in the fragment.' })
  url!: string;

  @Field(() => DateTime, { description: 'When the access expires.' })
  expiresAt!: Date;
}

@Resolver(() => ClientAccessSession)
export class ClientAccessResolver {
  @Query(() => ClientAccessSessionPage, {
    description: "Returns your users' access to client accounts, newest first. Reseller users only.",
  })
  clientAccessSessions(
    @Ctx() ctx: RequestContext,
    @Args(() => ClientAccessSessionsArgs) args: ClientAccessSessionsArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<ClientAccessSession>> {
    return clientAccess.listClientAccessSessions(ctx, { ...args, ...selected });
  }

  @Mutation(() => ClientAccess, {
    description:
      "Gives the caller access to a client's account for 15 minutes and records the reason in the audit log. Errors: NOT_FOUND; FORBIDDEN if the subscription is not active. Reseller users only.",
  })
  accessClientAccount(
    @Ctx() ctx: RequestContext,
    @Args(() => AccessClientAccountArgs) args: AccessClientAccountArgs,
  ): Promise<ClientAccess> {
    return clientAccess.accessClientAccount(ctx, args);
  }

  @Mutation(() => Boolean, {
    description: "Ends an access immediately, including other users'. Errors: NOT_FOUND. Reseller users only.",
  })
  async revokeClientAccess(
    @Ctx() ctx: RequestContext,
    @Arg('sessionId', () => ID, { description: 'ID of the access session.' }) sessionId: string,
  ): Promise<boolean> {
    await clientAccess.revokeClientAccess(ctx, { sessionId });
    return true;
  }

  @FieldResolver(() => ClientAccount, { description: 'The accessed client.' })
  async clientAccount(@Ctx() ctx: RequestContext, @Root() { clientId }: ClientAccessSession) {
    const [client] = await loadList(ctx, CLIENT, clientId);
    return client;
  }

  @FieldResolver(() => String, { description: 'Email address of the user with access.' })
  async userEmail(@Ctx() ctx: RequestContext, @Root() { userId }: ClientAccessSession): Promise<string | undefined> {
    const [user] = await loadList(ctx, USER, userId);
    return user?.email;
  }
}

// Loads single rows as lists of one.
const CLIENT = childrenOf({ entity: ClientAccount, parent: 'id', sortBy: 'id' });
const USER = childrenOf({ entity: User, parent: 'id', sortBy: 'id' });
