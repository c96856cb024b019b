import { Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../core/context/request.context.ts';
import {
  ExportAgreementAcceptancesArgs,
  ExportAuditEventsArgs,
  ExportClientAccountsArgs,
  ExportEmailMessagesArgs,
  ExportPartnerAccountsArgs,
} from './export.inputs.ts';
import { ExportLink } from './export.types.ts';
import { exportList } from './list.export.ts';
import { acceptanceExport } from './lists/acceptance.export.ts';
import { auditExport } from './lists/audit.export.ts';
import { clientExport } from './lists/client.export.ts';
import { emailExport } from './lists/email.export.ts';
import { partnerExport } from './lists/partner.export.ts';

@Resolver()
export class ListExportResolver {
  @Mutation(() => ExportLink, {
    description:
      'Creates a link that downloads all audit events of a list, newest first, with names and readable changes. Admins export all events, partners their own, as in `auditEvents`. Recorded in the audit log. Users only.',
  })
  exportAuditEvents(
    @Ctx() ctx: RequestContext,
    @Args(() => ExportAuditEventsArgs) args: ExportAuditEventsArgs,
  ): Promise<ExportLink> {
    return exportList(ctx, auditExport, args);
  }

  @Mutation(() => ExportLink, {
    description:
      'Creates a link that downloads all your clients of a list, as they are at the time of download. Recorded in the audit log. Users of resellers only.',
  })
  exportClientAccounts(
    @Ctx() ctx: RequestContext,
    @Args(() => ExportClientAccountsArgs) args: ExportClientAccountsArgs,
  ): Promise<ExportLink> {
    return exportList(ctx, clientExport, args);
  }

  @Mutation(() => ExportLink, {
    description:
      'Creates a link that downloads all emails of a list with their delivery status, newest first. Recorded in the audit log. Admins only.',
  })
  exportEmailMessages(
    @Ctx() ctx: RequestContext,
    @Args(() => ExportEmailMessagesArgs) args: ExportEmailMessagesArgs,
  ): Promise<ExportLink> {
    return exportList(ctx, emailExport, args);
  }

  @Mutation(() => ExportLink, {
    description:
      'Creates a link that downloads all partners of a list, newest first. Recorded in the audit log. Admins only.',
  })
  exportPartnerAccounts(
    @Ctx() ctx: RequestContext,
    @Args(() => ExportPartnerAccountsArgs) args: ExportPartnerAccountsArgs,
  ): Promise<ExportLink> {
    return exportList(ctx, partnerExport, args);
  }

  @Mutation(() => ExportLink, {
    description:
      'Creates a link that downloads all acceptances of a list, and the missing ones, by company name. Recorded in the audit log. Admins only.',
  })
  exportAgreementAcceptances(
    @Ctx() ctx: RequestContext,
    @Args(() => ExportAgreementAcceptancesArgs) args: ExportAgreementAcceptancesArgs,
  ): Promise<ExportLink> {
    return exportList(ctx, acceptanceExport, args);
  }
}
