import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../core/context/request.context.ts';
import type { Row } from '../core/database/row.query.ts';
import { childrenOf, loadList } from '../core/lists/children.ts';
import { pageOf, type Page } from '../core/lists/page.types.ts';
import { SelectedOfPage, type Selected } from '../core/lists/selection.ts';
import { User } from '../identity/users/user.entity.ts';
import { PartnerAccount } from '../tenants/partner-account.entity.ts';
import { RequestUploadArgs, StoredFileCounts, StoredFilesArgs } from './file.inputs.ts';
import * as files from './file.service.ts';
import { DownloadLink, Upload } from './file.types.ts';
import { StoredFile } from './stored-file.entity.ts';

const StoredFilePage = pageOf(StoredFile, { type: StoredFileCounts, by: 'state, under all filters except `state`' });

@Resolver(() => StoredFile)
export class FileResolver {
  @Query(() => StoredFile, {
    nullable: true,
    description:
      'Returns a file, or null if the caller’s account has no such file. Admins see all. Owners of partners; admins.',
  })
  file(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of the file.' }) id: string,
  ): Promise<Row<StoredFile> | null> {
    return files.getFile(ctx, { id });
  }

  @Query(() => StoredFilePage, { description: 'Returns the uploaded files, newest first. Admins only.' })
  storedFiles(
    @Ctx() ctx: RequestContext,
    @Args(() => StoredFilesArgs) args: StoredFilesArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<StoredFile>> {
    return files.listFiles(ctx, { ...args, ...selected });
  }

  @Mutation(() => Upload, {
    description:
      'Requests an upload. Send the bytes to its link, then read `file` until it is READY, and use it within 24 hours. Errors: BAD_USER_INPUT for another type or size; FORBIDDEN for another purpose; CONFLICT (UPLOAD_LIMIT) if the caller has 50 files that nothing uses. Owners of partners; admins with PARTNERS or ALL.',
  })
  requestUpload(@Ctx() ctx: RequestContext, @Args(() => RequestUploadArgs) args: RequestUploadArgs): Promise<Upload> {
    return files.requestUpload(ctx, args);
  }

  @Mutation(() => DownloadLink, {
    description:
      'Creates a link that downloads a file. Recorded in the audit log. Errors: NOT_FOUND; CONFLICT (FILE_NOT_READY). Admins with PARTNERS or ALL only.',
  })
  downloadFile(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of the file.' }) id: string,
  ): Promise<DownloadLink> {
    return files.downloadFile(ctx, { id });
  }

  @FieldResolver(() => PartnerAccount, {
    nullable: true,
    description: 'The partner that the file belongs to. Null for a file of ReachGenie.',
  })
  async partner(@Root() { resellerId }: StoredFile, @Ctx() ctx: RequestContext): Promise<Row<PartnerAccount> | null> {
    const [partner = null] = resellerId == null ? [] : await loadList(ctx, PARTNER, resellerId);
    return partner;
  }

  @FieldResolver(() => String, { description: 'Name of the user that requested the upload.' })
  async uploader(@Root() { createdBy }: StoredFile, @Ctx() ctx: RequestContext): Promise<string | undefined> {
    const [user] = await loadList(ctx, USER, createdBy);
    return user?.name;
  }
}

// Loads single rows as lists of one.
const PARTNER = childrenOf({ entity: PartnerAccount, parent: 'id', sortBy: 'id' });
const USER = childrenOf({ entity: User, parent: 'id', sortBy: 'id' });
