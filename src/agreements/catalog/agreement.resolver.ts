import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../core/context/request.context.ts';
import type { Row } from '../../core/database/row.query.ts';
import { childrenOf, loadList, readTogether } from '../../core/lists/children.ts';
import { pageOf, type Page } from '../../core/lists/page.types.ts';
import { SelectedOfPage, type Selected } from '../../core/lists/selection.ts';
import { PartnerAccount } from '../../tenants/partner-account.entity.ts';
import { AgreementVersion } from '../agreement-version.entity.ts';
import { Agreement } from '../agreement.entity.ts';
import {
  AddCountersignedCopyArgs,
  AgreementsArgs,
  CreateAgreementArgs,
  PublishAgreementVersionArgs,
} from './agreement.inputs.ts';
import * as agreements from './agreement.service.ts';

const AgreementPage = pageOf(Agreement);

const KNOWN_BY_ID = { versions: agreements.readVersions };

const partnersById = childrenOf({ entity: PartnerAccount, parent: 'id', sortBy: 'createdAt' });

@Resolver(() => Agreement)
export class AgreementResolver {
  @Query(() => AgreementPage, { description: 'Returns agreements, newest first. Admins only.' })
  allAgreements(
    @Ctx() ctx: RequestContext,
    @Args(() => AgreementsArgs) args: AgreementsArgs,
    @SelectedOfPage() selected: Selected,
  ): Promise<Page<Agreement>> {
    return agreements.listAgreements(ctx, { ...args, ...selected });
  }

  @Query(() => Agreement, {
    nullable: true,
    description: 'Returns an agreement, or null if it does not exist. Admins only.',
  })
  agreement(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of the agreement.' }) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row<Agreement> | null> {
    readTogether(ctx, info, KNOWN_BY_ID, id);
    return agreements.getAgreement(ctx, { id });
  }

  @FieldResolver(() => [AgreementVersion], { description: 'All published versions, oldest first.' })
  versions(@Ctx() ctx: RequestContext, @Root() { id }: Agreement): Promise<Row<AgreementVersion>[]> {
    return loadList(ctx, agreements.readVersions, id);
  }

  @FieldResolver(() => PartnerAccount, {
    nullable: true,
    description: 'The partner of a negotiated agreement. Null for an agreement with all partners of its types.',
  })
  async partner(@Ctx() ctx: RequestContext, @Root() { resellerId }: Agreement): Promise<Row<PartnerAccount> | null> {
    if (resellerId == null) return null;
    const [partner] = await loadList(ctx, partnersById, resellerId);
    return partner ?? null;
  }

  @Mutation(() => Agreement, {
    description:
      'Creates an agreement without a version. Nobody sees it until one is published. Errors: NOT_FOUND if there is no such partner. Admins with PARTNERS or ALL only.',
  })
  createAgreement(
    @Ctx() ctx: RequestContext,
    @Args(() => CreateAgreementArgs) args: CreateAgreementArgs,
  ): Promise<Agreement> {
    return agreements.createAgreement(ctx, args);
  }

  @Mutation(() => AgreementVersion, {
    description:
      'Publishes a version of an agreement, which never changes. The owners of its partners get emails now, and 30, 7 and 0 days before it binds, until one of them accepts it. Errors: NOT_FOUND; CONFLICT (FILE_NOT_READY) if the PDF is not checked yet; CONFLICT (AGREEMENT_UPCOMING) if another version is published but does not bind yet. Admins with PARTNERS or ALL only.',
  })
  publishAgreementVersion(
    @Ctx() ctx: RequestContext,
    @Args(() => PublishAgreementVersionArgs) args: PublishAgreementVersionArgs,
  ): Promise<AgreementVersion> {
    return agreements.publishVersion(ctx, args);
  }

  @Mutation(() => AgreementVersion, {
    description:
      'Withdraws a version before it binds. The version before it goes on to bind. Errors: NOT_FOUND; CONFLICT (AGREEMENT_BINDING) if it binds already; CONFLICT (AGREEMENT_WITHDRAWN). Admins with PARTNERS or ALL only.',
  })
  withdrawAgreementVersion(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'ID of the version.' }) id: string,
  ): Promise<AgreementVersion> {
    return agreements.withdrawVersion(ctx, { id });
  }

  @Mutation(() => AgreementVersion, {
    description:
      'Keeps the PDF with both signatures with a version of a negotiated agreement. Its partner can download it. Errors: NOT_FOUND; CONFLICT (NOT_NEGOTIATED, AGREEMENT_WITHDRAWN, FILE_NOT_READY); CONFLICT (COUNTERSIGNED) if there is a copy already. Admins with PARTNERS or ALL only.',
  })
  addCountersignedCopy(
    @Ctx() ctx: RequestContext,
    @Args(() => AddCountersignedCopyArgs) args: AddCountersignedCopyArgs,
  ): Promise<AgreementVersion> {
    return agreements.addCountersignedCopy(ctx, args);
  }
}

@Resolver(() => AgreementVersion)
export class AgreementVersionResolver {
  @FieldResolver(() => Boolean, { description: 'Whether there is a copy with both signatures. See downloadAgreement.' })
  isCountersigned(@Root() { countersignedFileId }: AgreementVersion): boolean {
    return countersignedFileId != null;
  }
}
