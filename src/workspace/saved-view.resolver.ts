import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../core/context/request.context.ts';
import type { Row } from '../core/database/row.query.ts';
import { ListName } from './list.names.ts';
import { ownerOf } from './own.rows.ts';
import { SavedView } from './saved-view.entity.ts';
import { CreateSavedViewArgs, UpdateSavedViewArgs } from './saved-view.inputs.ts';
import * as savedViews from './saved-view.service.ts';

@Resolver(() => SavedView)
export class SavedViewResolver {
  @Query(() => [SavedView], {
    description:
      'Returns your saved views of a list in their order, then those that others share: admins with admins, and users with users of the same partner. At most 200. Users only, not API keys.',
  })
  savedViews(
    @Ctx() ctx: RequestContext,
    @Arg('list', () => ListName, { description: 'The list of the views.' }) list: ListName,
  ): Promise<Row<SavedView>[]> {
    return savedViews.listSavedViews(ctx, { list });
  }

  @Mutation(() => SavedView, {
    description:
      'Saves a view of a list, after your other views. Errors: CONFLICT (TOO_MANY_SAVED_VIEWS) if you have 50. Users only, not API keys.',
  })
  createSavedView(
    @Ctx() ctx: RequestContext,
    @Args(() => CreateSavedViewArgs) args: CreateSavedViewArgs,
  ): Promise<SavedView> {
    return savedViews.createSavedView(ctx, args);
  }

  @Mutation(() => SavedView, {
    description: 'Renames, changes, moves or shares one of your views. Errors: NOT_FOUND. Users only, not API keys.',
  })
  updateSavedView(
    @Ctx() ctx: RequestContext,
    @Args(() => UpdateSavedViewArgs) args: UpdateSavedViewArgs,
  ): Promise<SavedView> {
    return savedViews.updateSavedView(ctx, args);
  }

  @Mutation(() => Boolean, {
    description: 'Deletes one of your views. Errors: NOT_FOUND. Users only, not API keys.',
  })
  async deleteSavedView(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of your view.' }) id: string,
  ): Promise<boolean> {
    await savedViews.deleteSavedView(ctx, { id });
    return true;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is yours. Only its user can change it.' })
  isOwn(@Ctx() ctx: RequestContext, @Root() { userId }: SavedView): boolean {
    return userId === ownerOf(ctx).userId;
  }

  @FieldResolver(() => String, { description: 'Name of the user that saved it.' })
  ownerName(@Ctx() ctx: RequestContext, @Root() { ownerName }: SavedView & { ownerName?: string }): string {
    return ownerName ?? ownerOf(ctx).name;
  }
}
