import { isRegistered, OTHER_ACTION } from '../../audit/audit.actions.ts';
import type { AuditEvent } from '../../audit/audit-event.entity.ts';
import type { AuditEventFilter } from '../../audit/audit-event.inputs.ts';
import { auditQuery } from '../../audit/audit-event.service.ts';
import type { AuditActor } from '../../audit/names/audit-names.types.ts';
import { actorOf, isShown, keyIdOf } from '../../audit/names/audit.actor.ts';
import { idsIn } from '../../audit/names/audit.changes.ts';
import { readNamed, type NamedObject } from '../../audit/names/audit.names.ts';
import type { Row } from '../../core/database/row.query.ts';
import { readWhole } from '../../core/lists/whole.list.ts';
import type { Language } from '../../core/text/language.ts';
import { timeCell, type Column } from '../export.cells.ts';
import type { Viewer } from '../export.kind.ts';
import { WORDS } from '../export.words.ts';
import { listExport } from '../list.export.ts';
import { changesCell, kindCell } from './audit.cells.ts';

/** An event with what its viewer may see. */
interface ExportedEvent extends Row<AuditEvent> {
  actor: AuditActor;
  isActorShown: boolean;
  subject: string | undefined;
  partner: string | undefined;
  /** Names of the visible objects whose IDs are in the changes. */
  names: ReadonlyMap<string, string>;
}

const PARTNER: Column<ExportedEvent> = { EN: 'Partner', DE: 'Partner', cell: ({ partner }) => partner };

const columns = (isPartner: boolean): Column<ExportedEvent>[] => [
  { EN: 'Time (UTC)', DE: 'Zeit (UTC)', cell: ({ occurredAt }) => timeCell(occurredAt) },
  { EN: 'Who', DE: 'Wer', cell: ({ actor }, language) => nameOf(actor, language) },
  { EN: 'Email', DE: 'E-Mail', cell: ({ isActorShown, actorEmail }) => (isActorShown ? actorEmail : null) },
  { EN: 'Action', DE: 'Aktion', cell: ({ action }, language) => actionCell(action, language) },
  { EN: 'Object', DE: 'Objekt', cell: ({ targetType }, language) => kindCell(targetType, language) },
  { EN: 'Name', DE: 'Name', cell: ({ subject }) => subject },
  ...(isPartner ? [] : [PARTNER]),
  {
    EN: 'Changes (UTC)',
    DE: 'Änderungen (UTC)',
    cell: ({ changes, names }, language) => changesCell(changes, names, language),
  },
  { EN: 'IP address', DE: 'IP-Adresse', cell: ({ isActorShown, ipAddress }) => (isActorShown ? ipAddress : null) },
  { EN: 'Request ID', DE: 'Anfrage-ID', cell: ({ requestId }) => requestId },
  { EN: 'ID', DE: 'ID', cell: ({ id }) => id },
];

function nameOf({ name, apiKeyName }: AuditActor, language: Language): string {
  if (apiKeyName === null) return name;
  return WORDS[language].activity.withKey.replace('{{name}}', () => name).replace('{{key}}', () => apiKeyName);
}

function actionCell(action: string, language: Language): string {
  const name = (isRegistered(action) ? action : OTHER_ACTION).replaceAll('.', '_').toUpperCase();
  const words: Record<string, string> = WORDS[language].common.action;
  return words[name] ?? action;
}

/** The viewer's own part of the audit log. */
export const auditExport = listExport<AuditEventFilter, ExportedEvent>({
  list: 'AUDIT',
  path: '/exports/audit-events',
  file: 'audit-log',
  read: (viewer, { filter, sortOrder }) =>
    withNames(viewer, readWhole(viewer.reader, auditQuery(viewer.reader, filter), sortOrder)),
  columns,
});

/** Adds the names that the viewer may see, with one look-up per batch. */
async function* withNames(viewer: Viewer, batches: AsyncGenerator<Row<AuditEvent>[]>): AsyncGenerator<ExportedEvent[]> {
  for await (const events of batches) {
    const ids = [...new Set(events.flatMap((event) => idsOf(event)))];
    const found = (await readNamed(viewer, ids)).flat();
    const byId = Map.groupBy(found, ({ id }) => id);
    yield events.map((event) => named(viewer, event, byId));
  }
}

const idsOf = (event: Row<AuditEvent>): string[] => [
  event.actorId,
  event.targetId,
  ...idsIn(event.changes),
  ...[keyIdOf(event), event.resellerId].filter((id) => id != null),
];

function named(viewer: Viewer, event: Row<AuditEvent>, byId: ReadonlyMap<string, NamedObject[]>): ExportedEvent {
  const first = (id: string | null | undefined) => byId.get(id ?? '')?.[0];
  const subjects = byId.get(event.targetId) ?? [];
  return {
    ...event,
    actor: actorOf(viewer, event, { self: first(event.actorId), key: first(keyIdOf(event)) }),
    isActorShown: isShown(viewer, event),
    subject: subjects.find(({ type }) => type === event.targetType)?.name,
    partner: first(event.resellerId)?.name,
    names: new Map(
      idsIn(event.changes).flatMap((id) => (byId.get(id.toLowerCase()) ?? []).map(({ name }) => [id, name])),
    ),
  };
}
