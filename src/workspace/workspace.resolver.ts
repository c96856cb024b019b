import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../core/context/request.context.ts';
import type { Row } from '../core/database/row.query.ts';
import { Draft } from './draft.entity.ts';
import { InterfaceState } from './interface-state.entity.ts';
import { DraftArgs, InterfaceStateArgs, SaveDraftArgs, SetInterfaceStateArgs } from './workspace.inputs.ts';
import * as workspace from './workspace.service.ts';

@Resolver()
export class WorkspaceResolver {
  @Query(() => [InterfaceState], {
    description: 'Returns what you have set for these parts of the web pages. Users only, not API keys.',
  })
  interfaceState(
    @Ctx() ctx: RequestContext,
    @Args(() => InterfaceStateArgs) args: InterfaceStateArgs,
  ): Promise<Row<InterfaceState>[]> {
    return workspace.readInterfaceState(ctx, args);
  }

  @Mutation(() => InterfaceState, {
    description: 'Keeps the state of a part of the web pages. Replaces the state before. Users only, not API keys.',
  })
  setInterfaceState(
    @Ctx() ctx: RequestContext,
    @Args(() => SetInterfaceStateArgs) args: SetInterfaceStateArgs,
  ): Promise<InterfaceState> {
    return workspace.setInterfaceState(ctx, args);
  }

  @Query(() => Draft, {
    nullable: true,
    description: 'Returns your draft for a form or note, or null if there is none. Users only, not API keys.',
  })
  draft(@Ctx() ctx: RequestContext, @Args(() => DraftArgs) args: DraftArgs): Promise<Row<Draft> | null> {
    return workspace.readDraft(ctx, args);
  }

  @Mutation(() => Draft, {
    description:
      'Keeps a draft for 30 days. Replaces the draft before. You can have 100 drafts: the oldest one makes room. Users only, not API keys.',
  })
  saveDraft(@Ctx() ctx: RequestContext, @Args(() => SaveDraftArgs) args: SaveDraftArgs): Promise<Draft> {
    return workspace.saveDraft(ctx, args);
  }

  @Mutation(() => Boolean, {
    description: 'Deletes your draft, as after it was sent. Does nothing if there is none. Users only, not API keys.',
  })
  async deleteDraft(@Ctx() ctx: RequestContext, @Args(() => DraftArgs) args: DraftArgs): Promise<boolean> {
    await workspace.deleteDraft(ctx, args);
    return true;
  }
}
