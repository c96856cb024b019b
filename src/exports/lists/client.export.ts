import { clientQuery } from '../../clients/client-account.service.ts';
import type { ClientAccount } from '../../clients/client-account.entity.ts';
import type { ClientAccountFilter, ClientAccountSortField } from '../../clients/client-account.inputs.ts';
import type { Row } from '../../core/database/row.query.ts';
import { readWhole } from '../../core/lists/whole.list.ts';
import { phoneCell, timeCell, type Column } from '../export.cells.ts';
import { WORDS } from '../export.words.ts';
import { listExport } from '../list.export.ts';

const columns: Column<Row<ClientAccount>>[] = [
  { EN: 'Company', DE: 'Unternehmen', cell: ({ companyName }) => companyName },
  { EN: 'Contact', DE: 'Ansprechperson', cell: ({ contactName }) => contactName },
  { EN: 'Email', DE: 'E-Mail', cell: ({ contactEmail }) => contactEmail },
  { EN: 'Phone', DE: 'Telefon', cell: ({ contactPhone }) => phoneCell(contactPhone) },
  { EN: 'Plan', DE: 'Tarif', cell: ({ subscriptionTier }) => subscriptionTier },
  {
    EN: 'Subscription',
    DE: 'Abonnement',
    cell: ({ subscriptionStatus }, language) => WORDS[language].portal.subscription[subscriptionStatus],
  },
  {
    EN: 'Billing',
    DE: 'Abrechnung',
    cell: ({ billingOwnedByReseller: isOurs }, language) =>
      WORDS[language].portal.clients[isOurs ? 'billedByUs' : 'billedByReachGenie'],
  },
  { EN: 'Client since (UTC)', DE: 'Kunde seit (UTC)', cell: ({ createdAt }) => timeCell(createdAt) },
  { EN: 'Last changed (UTC)', DE: 'Zuletzt geändert (UTC)', cell: ({ updatedAt }) => timeCell(updatedAt) },
  { EN: 'ID', DE: 'ID', cell: ({ id }) => id },
];

/** A reseller's own clients. */
export const clientExport = listExport<ClientAccountFilter, Row<ClientAccount>>({
  list: 'CLIENTS',
  path: '/exports/clients',
  file: 'clients',
  read: ({ reader }, { filter, sortBy, sortOrder }) =>
    readWhole(reader, clientQuery(filter, sortBy as ClientAccountSortField), sortOrder),
  columns,
});
