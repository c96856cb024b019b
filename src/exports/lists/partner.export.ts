import type { Row } from '../../core/database/row.query.ts';
import { readWhole } from '../../core/lists/whole.list.ts';
import type { PartnerAccountFilter } from '../../partners/partner-account.inputs.ts';
import { partnerQuery } from '../../partners/partner-account.service.ts';
import { managerOf, readManagers, type ManagerRow } from '../../partners/managers/partner-manager.service.ts';
import { readPartnerships } from '../../partners/partnership.service.ts';
import type { PartnerAccount } from '../../tenants/partner-account.entity.ts';
import type { PartnershipType } from '../../tenants/partnership.type.ts';
import { timeCell, type Column } from '../export.cells.ts';
import type { Viewer } from '../export.kind.ts';
import { WORDS } from '../export.words.ts';
import { listExport } from '../list.export.ts';

interface ExportedPartner extends Row<PartnerAccount> {
  /** Oldest first. */
  types: PartnershipType[];
  managers: ManagerRow[];
}

const columns: Column<ExportedPartner>[] = [
  { EN: 'Company', DE: 'Unternehmen', cell: ({ companyName }) => companyName },
  { EN: 'Email', DE: 'E-Mail', cell: ({ adminEmail }) => adminEmail },
  {
    EN: 'Partnership',
    DE: 'Partnerschaft',
    cell: ({ types }, language) => types.map((type) => WORDS[language].common.partnershipType[type]).join(', '),
  },
  { EN: 'Tier', DE: 'Stufe', cell: ({ tier }, language) => WORDS[language].common.partnerTier[tier] },
  {
    EN: 'Status',
    DE: 'Status',
    cell: ({ isActive }, language) => WORDS[language].admin.partners[isActive ? 'active' : 'inactive'],
  },
  {
    EN: 'Client management',
    DE: 'Kundenverwaltung',
    cell: ({ clientManagementEnabled: isOn }, language) => WORDS[language].common.change[isOn ? 'yes' : 'no'],
  },
  {
    EN: 'White label',
    DE: 'White Label',
    cell: ({ whitelabelEnabled: isOn }, language) => WORDS[language].common.change[isOn ? 'yes' : 'no'],
  },
  { EN: 'Partner manager', DE: 'Partnermanager', cell: ({ managers }) => managerOf(managers, 'MANAGER')?.name },
  {
    EN: 'Technical account manager',
    DE: 'Technische Ansprechperson',
    cell: ({ managers }) => managerOf(managers, 'TECHNICAL_MANAGER')?.name,
  },
  { EN: 'Partner since (UTC)', DE: 'Partner seit (UTC)', cell: ({ createdAt }) => timeCell(createdAt) },
  { EN: 'Last changed (UTC)', DE: 'Zuletzt geändert (UTC)', cell: ({ updatedAt }) => timeCell(updatedAt) },
  { EN: 'ID', DE: 'ID', cell: ({ id }) => id },
];

export const partnerExport = listExport<PartnerAccountFilter, ExportedPartner>({
  list: 'PARTNERS',
  path: '/exports/partners',
  file: 'partners',
  read: (viewer, { filter, sortOrder }) =>
    withDetails(viewer, readWhole(viewer.reader, partnerQuery(filter), sortOrder)),
  columns,
});

/** Adds the types of partnerships and the managers, with one look-up of each per batch. */
async function* withDetails(
  viewer: Viewer,
  batches: AsyncGenerator<Row<PartnerAccount>[]>,
): AsyncGenerator<ExportedPartner[]> {
  for await (const partners of batches) {
    const ids = partners.map(({ id }) => id);
    const partnerships = await readPartnerships(viewer, ids);
    const managers = await readManagers(viewer, ids);
    yield partners.map((partner, index) => ({
      ...partner,
      types: (partnerships[index] ?? []).map(({ partnershipType }) => partnershipType),
      managers: managers[index] ?? [],
    }));
  }
}
