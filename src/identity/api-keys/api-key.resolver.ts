import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { pageOf, type Page } from '../../core/lists/page.types.ts';
import type { Row } from '../../core/database/row.query.ts';
import type { RequestContext } from '../../core/context/request.context.ts';
import { SelectedOfPage, type Selected } from '../../core/lists/selection.ts';
import { ApiKey } from './api-key.entity.ts';
import { ApiKeyUsesArgs, CreateApiKeyArgs, RotateApiKeyArgs } from './api-key.inputs.ts';
import * as apiKeys from './api-key.service.ts';
import { ApiKeyUse } from './api-key-use.entity.ts';

@ObjectType({ simpleResolvers: true, description: 'A new API key, with its secret.' })
class CreatedApiKey {
  @Field(() => ApiKey, { description: 'The key, as in the list.' })
  apiKey!: ApiKey;

  @Field(() => String, {
    description: 'The complete key, shown this once and not stored. Send it as `Authorization: Bearer …`.',
  })
  secret!: string;
}

const ApiKeyUsePage = pageOf(ApiKeyUse);

@Resolver()
export class ApiKeyResolver {
  @Query(() => [ApiKey], {
    description:
      'Returns the API keys of the caller’s account, newest first, without revoked ones. Admins share one account. Owners and members of partners; admins.',
  })
  apiKeys(@Ctx() ctx: RequestContext): Promise<Row<ApiKey>[]> {
    return apiKeys.listApiKeys(ctx);
  }

  @Query(() => ApiKeyUsePage, {
    description:
      'Returns how an API key of the caller’s account was used in the last 90 days, newest first. Empty if there is no such key. Owners and members of partners; admins.',
  })
  apiKeyUses(
    @Ctx() ctx: RequestContext,
    @Args(() => ApiKeyUsesArgs) args: ApiKeyUsesArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<ApiKeyUse>> {
    return apiKeys.listApiKeyUses(ctx, { ...args, ...selected });
  }

  @Mutation(() => CreatedApiKey, {
    description:
      'Creates an API key. Emails its creator and the owners, or the admins with ALL. Errors: BAD_USER_INPUT; CONFLICT (TOO_MANY_API_KEYS) if there are 100. Owners and members of partners; admins.',
  })
  createApiKey(
    @Ctx() ctx: RequestContext,
    @Args(() => CreateApiKeyArgs) args: CreateApiKeyArgs,
  ): Promise<CreatedApiKey> {
    return apiKeys.createApiKey(ctx, args);
  }

  @Mutation(() => CreatedApiKey, {
    description:
      'Replaces an API key with a new one that has the same name, scopes and addresses. Both work until the overlap ends. Errors: NOT_FOUND; FORBIDDEN for another admin’s key without ALL, or for scopes that the caller cannot grant; CONFLICT (API_KEY_ENDED, API_KEY_ROTATED, TOO_MANY_API_KEYS). Owners and members of partners; admins.',
  })
  rotateApiKey(
    @Ctx() ctx: RequestContext,
    @Args(() => RotateApiKeyArgs) args: RotateApiKeyArgs,
  ): Promise<CreatedApiKey> {
    return apiKeys.rotateApiKey(ctx, args);
  }

  @Mutation(() => Boolean, {
    description:
      'Revokes an API key from the next request on. Changes nothing if it is already revoked. Errors: NOT_FOUND; FORBIDDEN for another admin’s key without ALL. Owners and members of partners; admins.',
  })
  async revokeApiKey(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Which key.' }) id: string,
  ): Promise<boolean> {
    await apiKeys.revokeApiKey(ctx, { id });
    return true;
  }
}
