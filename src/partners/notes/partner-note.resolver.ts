import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import { pageOf, type Page } from '../../core/lists/page.types.ts';
import { SelectedOfPage, type Selected } from '../../core/lists/selection.ts';
import { PartnerNote } from './partner-note.entity.ts';
import { AddPartnerNoteArgs, PartnerNotesArgs } from './partner-note.inputs.ts';
import * as notes from './partner-note.service.ts';

const PartnerNotePage = pageOf(PartnerNote);

@Resolver()
export class PartnerNoteResolver {
  @Query(() => PartnerNotePage, { description: 'Returns the internal notes on a partner, newest first. Admins only.' })
  partnerNotes(
    @Ctx() ctx: RequestContext,
    @Args(() => PartnerNotesArgs) args: PartnerNotesArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<PartnerNote>> {
    return notes.listNotes(ctx, { ...args, ...selected });
  }

  @Mutation(() => PartnerNote, {
    description: 'Adds an internal note to a partner. Errors: NOT_FOUND. Admins with PARTNERS or ALL only.',
  })
  addPartnerNote(
    @Ctx() ctx: RequestContext,
    @Args(() => AddPartnerNoteArgs) args: AddPartnerNoteArgs,
  ): Promise<PartnerNote> {
    return notes.addNote(ctx, args);
  }
}
