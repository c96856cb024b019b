import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { ClientAccount } from '../clients/client-account.entity.ts';
import { loadChildren } from '../core/lists/children.ts';
import { DateTime } from '../core/graphql/date-time.scalar.ts';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import type { RequestContext } from '../core/context/request.context.ts';
import { selects } from '../core/lists/selection.ts';
import { User } from '../identity/users/user.entity.ts';
import { AccessClientAccountArgs, ClientAccessSessionsArgs } from './client-access.inputs.ts';
import * as clientAccess from './client-access.service.ts';
import { ClientAccessSession } from './client-access-session.entity.ts';

const ClientAccessSessionPage = pageOf(ClientAccessSession);

@ObjectType({ simpleResolvers: true, description: 'Temporary credentials for a client’s account.' })
class ClientAccess implements clientAccess.GrantedAccess {
  @Field(() => ID, { description: 'To end it with, by revokeClientAccess.' })
  sessionId!: string;

  @Field(() => String, { description: 'For the client application alone, which takes it once. This API refuses it.' })
  accessToken!: string;

  @Field(() => String, { description: 'Where to go: the client application, with the token in the fragment.' })
  url!: string;

  @Field(() => DateTime, { description: 'When it ends by itself.' })
  expiresAt!: Date;
}

@Resolver(() => ClientAccessSession)
export class ClientAccessResolver {
  @Query(() => ClientAccessSessionPage, {
    description: 'Who of your people had access to which client, the newest first. Users of resellers.',
  })
  clientAccessSessions(
    @Ctx() ctx: RequestContext,
    @Args(() => ClientAccessSessionsArgs) args: ClientAccessSessionsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<ClientAccessSession>> {
    return clientAccess.listClientAccessSessions(ctx, args, selects(info, 'pageInfo', 'totalItems', 'totalPages'));
  }

  @Mutation(() => ClientAccess, {
    description:
      'Lets you act in a client’s account for 15 minutes; written down with the reason. NOT_FOUND where there is no such client; FORBIDDEN where it is not active. Users of resellers.',
  })
  accessClientAccount(
    @Ctx() ctx: RequestContext,
    @Args(() => AccessClientAccountArgs) args: AccessClientAccountArgs,
  ): Promise<ClientAccess> {
    return clientAccess.accessClientAccount(ctx, args);
  }

  @Mutation(() => Boolean, {
    description:
      'Ends an access at once, whoever of your people has it. NOT_FOUND where there is none. Users of resellers.',
  })
  async revokeClientAccess(
    @Ctx() ctx: RequestContext,
    @Arg('sessionId', () => ID, { description: 'Which access.' }) sessionId: string,
  ): Promise<boolean> {
    await clientAccess.revokeClientAccess(ctx, sessionId);
    return true;
  }

  @FieldResolver(() => ClientAccount, { description: 'The client.' })
  async clientAccount(@Ctx() ctx: RequestContext, @Root() { clientId }: ClientAccessSession) {
    const [client] = await loadChildren(ctx, CLIENT, clientId);
    return client;
  }

  @FieldResolver(() => String, { description: 'Who was given the access, by e-mail address.' })
  async userEmail(@Ctx() ctx: RequestContext, @Root() { userId }: ClientAccessSession): Promise<string | undefined> {
    const [user] = await loadChildren(ctx, USER, userId);
    return user?.email;
  }
}

// Of one each: its only child is itself.
const CLIENT = { entity: ClientAccount, parent: 'id', sortBy: 'id' } as const;
const USER = { entity: User, parent: 'id', sortBy: 'id' } as const;
