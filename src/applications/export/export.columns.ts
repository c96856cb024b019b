import { DateTime } from '../../core/graphql/date-time.scalar.ts';
import type { Row } from '../../core/database/row.query.ts';
import type { PartnerApplication } from '../application.entity.ts';
import type { Language } from './export.inputs.ts';
import { EXPORT_WORDING } from './export.wording.ts';

export interface ExportedApplication extends Row<PartnerApplication> {
  assigneeName?: string | undefined;
}

type Cell = string | null | undefined;

/** `2026-11-29 15:04:05` in UTC. Spreadsheets in every language read it as a time, unlike ISO 8601 with T and Z. */
const time = (moment: string | Date | null | undefined): Cell =>
  moment && DateTime.serialize(moment).slice(0, 19).replace('T', ' ');

/**
 * Country codes of one or two digits (ITU-T E.164); all others have three. Spreadsheets read `+4930123456` as a number.
 * A space after the country code keeps it a text (ITU-T E.123).
 */
const COMPACT_PHONE = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/;

export function exportColumns(language: Language) {
  const { titles, statuses, partnerships, sizes } = EXPORT_WORDING[language];
  const columns: Record<keyof typeof titles, (application: ExportedApplication) => Cell> = {
    company: ({ companyName }) => companyName,
    contact: ({ contactName }) => contactName,
    email: ({ contactEmail }) => contactEmail,
    phone: ({ contactPhone }) => contactPhone?.replace(COMPACT_PHONE, '+$1 $2'),
    website: ({ website }) => website,
    partnership: ({ partnershipType }) => partnerships[partnershipType],
    size: ({ companySize }) => sizes[companySize],
    industry: ({ industry }) => industry,
    status: ({ status, withdrawnAt }) => statuses[withdrawnAt ? 'WITHDRAWN' : status],
    submitted: ({ createdAt }) => time(createdAt),
    updated: ({ updatedAt }) => time(updatedAt),
    decided: ({ decidedAt }) => time(decidedAt),
    withdrawn: ({ withdrawnAt }) => time(withdrawnAt),
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
    cellsOf: (application: ExportedApplication): Cell[] => names.map((name) => columns[name](application)),
  };
}
