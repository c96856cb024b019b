import { Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { readFirstSteps } from './first-step.service.ts';
import { GettingStartedStep } from './first-step.types.ts';

@Resolver()
export class FirstStepResolver {
  @Query(() => [GettingStartedStep], {
    description: 'Returns the first steps that you can take, in order. Facts tick them. Users of partners only.',
  })
  gettingStarted(@Ctx() ctx: RequestContext): Promise<GettingStartedStep[]> {
    return readFirstSteps(ctx);
  }
}
