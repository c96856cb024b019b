import { IsOptional } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { AgreementAcceptanceFilter } from '../agreements/standing/agreement-standing.inputs.ts';
import { AuditEventFilter } from '../audit/audit-event.inputs.ts';
import { ClientAccountFilter, ClientAccountSortField } from '../clients/client-account.inputs.ts';
import { Filter, SortBy } from '../core/graphql/shared.fields.ts';
import { SortOrder } from '../core/lists/page.types.ts';
import { Language } from '../core/text/language.ts';
import { EmailMessageFilter } from '../email/email.inputs.ts';
import { PartnerAccountFilter } from '../partners/partner-account.inputs.ts';

@ArgsType()
class FileArgs {
  @Field(() => Language, {
    nullable: true,
    defaultValue: Language.EN,
    description: 'Language of the column titles and of values such as the status.',
  })
  @IsOptional()
  language?: Language | null;
}

@ArgsType()
export class ExportAuditEventsArgs extends FileArgs {
  @Filter(() => AuditEventFilter, 'Which events to export. Default: all.')
  filter?: AuditEventFilter | null;
}

@ArgsType()
export class ExportClientAccountsArgs extends FileArgs {
  @Filter(() => ClientAccountFilter, 'Which clients to export. Default: all.')
  filter?: ClientAccountFilter | null;

  @SortBy(() => ClientAccountSortField)
  sortBy!: ClientAccountSortField;

  @Field(() => SortOrder, { defaultValue: SortOrder.DESC, description: 'Sort direction.' })
  sortOrder!: SortOrder;
}

@ArgsType()
export class ExportEmailMessagesArgs extends FileArgs {
  @Filter(() => EmailMessageFilter, 'Which emails to export. Default: all.')
  filter?: EmailMessageFilter | null;
}

@ArgsType()
export class ExportPartnerAccountsArgs extends FileArgs {
  @Filter(() => PartnerAccountFilter, 'Which partners to export. Default: all.')
  filter?: PartnerAccountFilter | null;
}

@ArgsType()
export class ExportAgreementAcceptancesArgs extends FileArgs {
  @Filter(() => AgreementAcceptanceFilter, 'Which ones to export. Default: all.')
  filter?: AgreementAcceptanceFilter | null;
}
