import type { Row } from '../../core/database/row.query.ts';
import type { PartnerApplication } from '../application.entity.ts';
import type { Language } from '../../core/text/language.ts';
import { phoneCell, timeCell } from '../../exports/export.cells.ts';
import type { Cell, Columns } from '../../exports/export.kind.ts';
import { EXPORT_WORDING } from './export.wording.ts';

export interface ExportedApplication extends Row<PartnerApplication> {
  assigneeName?: string | undefined;
}

export function exportColumns(language: Language): Columns<ExportedApplication> {
  const { titles, statuses, partnerships, sizes } = EXPORT_WORDING[language];
  const columns: Record<keyof typeof titles, (application: ExportedApplication) => Cell> = {
    company: ({ companyName }) => companyName,
    contact: ({ contactName }) => contactName,
    email: ({ contactEmail }) => contactEmail,
    phone: ({ contactPhone }) => phoneCell(contactPhone),
    website: ({ website }) => website,
    partnership: ({ partnershipType }) => partnerships[partnershipType],
    size: ({ companySize }) => sizes[companySize],
    industry: ({ industry }) => industry,
    status: ({ status, withdrawnAt }) => statuses[withdrawnAt ? 'WITHDRAWN' : status],
    submitted: ({ createdAt }) => timeCell(createdAt),
    updated: ({ updatedAt }) => timeCell(updatedAt),
    decided: ({ decidedAt }) => timeCell(decidedAt),
    withdrawn: ({ withdrawnAt }) => timeCell(withdrawnAt),
    assignee: ({ assigneeName }) => assigneeName,
    motivation: ({ motivation }) => motivation,
    targetMarket: ({ targetMarket }) => targetMarket,
    currentSolutions: ({ currentSolutions }) => currentSolutions,
    additionalInformation: ({ additionalInformation }) => additionalInformation,
    id: ({ id }) => id,
  };
  const names = Object.keys(columns) as (keyof typeof titles)[];
  return {
    titles: names.map((name) => titles[name]),
    cellsOf: (application) => names.map((name) => columns[name](application)),
  };
}
