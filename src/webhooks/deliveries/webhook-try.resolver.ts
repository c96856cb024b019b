import { FieldResolver, Resolver, Root } from 'type-graphql';
import { WebhookTry } from '../webhook-try.types.ts';
import { sentenceOf } from '../webhook.failures.ts';

@Resolver(() => WebhookTry)
export class WebhookTryResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: '`failure` as an English text, such as `not a public address`.',
  })
  error(@Root() { failure }: WebhookTry): string | null {
    return sentenceOf(failure);
  }
}
