import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { User } from '../users/user.entity.ts';
import { UpdateViewerArgs } from './settings.inputs.ts';
import { updateViewer } from './settings.service.ts';

@Resolver()
export class SettingsResolver {
  @Mutation(() => User, {
    description:
      'Changes the caller’s own name and settings. A new name outdates the access token: call refreshSession. Errors: BAD_USER_INPUT on `input.timeZone` if it is unknown; CONFLICT (STALE_VERSION) if expectedVersion is stale. Users only.',
  })
  updateViewer(@Ctx() ctx: RequestContext, @Args(() => UpdateViewerArgs) args: UpdateViewerArgs): Promise<User> {
    return updateViewer(ctx, args);
  }
}
