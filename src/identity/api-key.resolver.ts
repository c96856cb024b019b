import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { Row } from '../core/page.types.ts';
import type { RequestContext } from '../core/request.context.ts';
import { ApiKey } from './api-key.entity.ts';
import { CreateApiKeyArgs } from './api-key.inputs.ts';
import * as apiKeys from './api-key.service.ts';

@ObjectType({ simpleResolvers: true, description: 'A new API key, with its secret.' })
class CreatedApiKey {
  @Field(() => ApiKey, { description: 'The key as it is listed.' })
  apiKey!: ApiKey;

  @Field(() => String, {
    description: 'All of the key, shown this once: to send as `Authorization: Bearer …`. We do not keep it.',
  })
  secret!: string;
}

@Resolver()
export class ApiKeyResolver {
  @Query(() => [ApiKey], { description: 'The API keys that were not revoked, the newest first. A reseller’s users.' })
  apiKeys(@Ctx() ctx: RequestContext): Promise<Row<ApiKey>[]> {
    return apiKeys.listApiKeys(ctx);
  }

  @Mutation(() => CreatedApiKey, {
    description:
      'Makes an API key, which may do with clients what people may, and nothing else. CONFLICT with the reason TOO_MANY_API_KEYS where there are 100. A reseller’s users.',
  })
  createApiKey(
    @Ctx() ctx: RequestContext,
    @Args(() => CreateApiKeyArgs) { name, expiresAt }: CreateApiKeyArgs,
  ): Promise<CreatedApiKey> {
    return apiKeys.createApiKey(ctx, name, expiresAt ?? null);
  }

  @Mutation(() => Boolean, {
    description:
      'Ends an API key: it is refused from the next request on. NOT_FOUND where there is none; one that was revoked stays so. A reseller’s users.',
  })
  async revokeApiKey(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'Which key.' }) id: string,
  ): Promise<boolean> {
    await apiKeys.revokeApiKey(ctx, id);
    return true;
  }
}
