import type { Row } from '../../core/database/row.query.ts';
import { readWhole } from '../../core/lists/whole.list.ts';
import type { EmailMessage } from '../../email/email-message.entity.ts';
import type { EmailMessageFilter } from '../../email/email.inputs.ts';
import { emailQuery } from '../../email/email.service.ts';
import { timeCell, type Column } from '../export.cells.ts';
import { WORDS } from '../export.words.ts';
import { listExport } from '../list.export.ts';

/** Names of templates by their parts: `application.received`. */
type Templates = Record<string, Record<string, string> | undefined>;

/** The same name as on the page of emails. */
function templateName(template: string, words: Templates): string {
  const [group = '', name = ''] = template.split('.');
  return words[group]?.[name] ?? template;
}

const columns: Column<Row<EmailMessage>>[] = [
  { EN: 'Recipient', DE: 'Empfänger', cell: ({ recipient }) => recipient },
  {
    EN: 'Email',
    DE: 'E-Mail',
    cell: ({ template }, language) => templateName(template, WORDS[language].admin.mail.template),
  },
  {
    EN: 'Language',
    DE: 'Sprache',
    cell: (email, language) => WORDS[language].common.change.value[email.language],
  },
  { EN: 'Status', DE: 'Status', cell: ({ status }, language) => WORDS[language].admin.mail.status[status] },
  { EN: 'Attempts', DE: 'Versuche', cell: ({ tries }) => String(tries) },
  { EN: 'Reason', DE: 'Grund', cell: ({ lastError }) => lastError },
  { EN: 'Created (UTC)', DE: 'Erstellt (UTC)', cell: ({ createdAt }) => timeCell(createdAt) },
  { EN: 'Sent (UTC)', DE: 'Gesendet (UTC)', cell: ({ sentAt }) => timeCell(sentAt) },
  { EN: 'ID of the application', DE: 'ID der Bewerbung', cell: ({ applicationId }) => applicationId },
  { EN: 'ID', DE: 'ID', cell: ({ id }) => id },
];

export const emailExport = listExport<EmailMessageFilter, Row<EmailMessage>>({
  list: 'EMAILS',
  path: '/exports/emails',
  file: 'emails',
  read: ({ reader }, { filter, sortOrder }) => readWhole(reader, emailQuery(filter), sortOrder),
  columns,
});
