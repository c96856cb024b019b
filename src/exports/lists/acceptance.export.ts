import type { Row } from '../../core/database/row.query.ts';
import { SortOrder } from '../../core/lists/page.types.ts';
import { readWhole } from '../../core/lists/whole.list.ts';
import { timeCell, type Column } from '../export.cells.ts';
import { listExport } from '../list.export.ts';
import { AcceptanceStatus, type AgreementStanding } from '../../agreements/standing/agreement-standing.entity.ts';
import type { AgreementAcceptanceFilter } from '../../agreements/standing/agreement-standing.inputs.ts';
import { standingQuery } from '../../agreements/standing/agreement-standing.service.ts';

const STATUS = {
  EN: { MISSING: 'Not agreed to', ACCEPTED: 'Agreed to' },
  DE: { MISSING: 'Zustimmung fehlt', ACCEPTED: 'Zugestimmt' },
} as const;

const columns: Column<Row<AgreementStanding>>[] = [
  { EN: 'Company', DE: 'Unternehmen', cell: ({ companyName }) => companyName },
  { EN: 'Agreement', DE: 'Vertrag', cell: ({ agreementTitle }) => agreementTitle },
  { EN: 'Version', DE: 'Version', cell: ({ versionNumber }) => String(versionNumber) },
  { EN: 'Status', DE: 'Status', cell: ({ status }, language) => STATUS[language][status] },
  { EN: 'Effective from (UTC)', DE: 'Gültig ab (UTC)', cell: ({ bindingFrom }) => timeCell(bindingFrom) },
  { EN: 'Agreed to (UTC)', DE: 'Zugestimmt (UTC)', cell: ({ acceptedAt }) => timeCell(acceptedAt) },
  { EN: 'Name', DE: 'Name', cell: ({ name }) => name },
  { EN: 'Job title', DE: 'Position', cell: ({ title }) => title },
  { EN: 'IP address', DE: 'IP-Adresse', cell: ({ ipAddress }) => ipAddress },
  { EN: 'Browser', DE: 'Browser', cell: ({ userAgent }) => userAgent },
  { EN: 'SHA-256 of the PDF', DE: 'SHA-256 der PDF-Datei', cell: ({ sha256 }) => sha256 },
  { EN: 'ID of the partner', DE: 'ID des Partners', cell: ({ partnerId }) => partnerId },
  {
    EN: 'ID of the acceptance',
    DE: 'ID der Zustimmung',
    cell: ({ id, status }) => (status === AcceptanceStatus.ACCEPTED ? id : null),
  },
];

/** Acceptances and missing ones, by company name. */
export const acceptanceExport = listExport<AgreementAcceptanceFilter, Row<AgreementStanding>>({
  list: 'AGREEMENT_ACCEPTANCES',
  path: '/exports/agreement-acceptances',
  file: 'agreement-acceptances',
  read: ({ reader }, { filter }) => readWhole(reader, standingQuery(filter), SortOrder.ASC),
  columns,
});
