import { inFile, type Mutant } from '../../mutant.ts';

const RECORDER = 'test/audit/audit-recorder.test.ts';
const EVENTS = 'test/audit/audit-events.test.ts';

export const audit: Mutant[] = [
  ...inFile(
    'src/audit/audit.recorder.ts',
    [RECORDER],
    [
      [
        'Audited entities are recorded.',
        'if (!audited.has(meta.class)) continue;',
        'if (audited.has(meta.class)) continue;',
      ],
      [
        'A change without an announced action is refused.',
        'if (!action) throw new Error(`No audit action for a change of ${meta.className}.`);',
        'if (!action) continue;',
      ],
      [
        'An action outside of an audited transaction is refused.',
        'if (!announcement) throw new Error(`${action} is recorded outside an audited transaction.`);',
        "if (!announcement) return { actions: {}, resellerId: null, by: { actorEmail: 'x', actorId: '00000000-0000-4000-8000-000000000000', actorRole: 'ADMIN', credential: 'x', ipAddress: null, requestId: null } };",
      ],
      [
        'H2: Secrets stay out of the audit log.',
        'if (definition?.hidden || BOOKKEEPING.has(property)',
        'if (BOOKKEEPING.has(property)',
        RECORDER,
        'test/identity/api-keys/create-api-key.test.ts',
        'test/identity/account-security/reset-password.test.ts',
      ],
      [
        'An event belongs to the tenant of its row.',
        'const resellerId = tenantOfRow(em, entity, row) ?? author.resellerId;',
        'const resellerId = author.resellerId;',
        EVENTS,
      ],
      [
        'An access to a client is an event of the client.',
        'if (!about) return { targetType: entity.name, targetId: row.id };',
        'if (about !== null) return { targetType: entity.name, targetId: row.id };',
        'test/access/access-client-account.test.ts',
      ],
      [
        'An event has the network address.',
        'by: { actorEmail, actorId, actorRole, credential, ipAddress, requestId } };',
        'by: { actorEmail, actorId, actorRole, credential, ipAddress: null, requestId } };',
        EVENTS,
      ],
      [
        'An event has the request ID.',
        'by: { actorEmail, actorId, actorRole, credential, ipAddress, requestId } };',
        'by: { actorEmail, actorId, actorRole, credential, ipAddress, requestId: null } };',
        EVENTS,
      ],
      [
        'An event has the previous value.',
        'changes[property] = { from: told(before[property], definition), to',
        'changes[property] = { from: null, to',
        EVENTS,
      ],
      [
        'Times are in RFC 3339 format.',
        'return isTime ? new Date(value) : (value ?? null);',
        'return value ?? null;',
        EVENTS,
      ],
      [
        'A creation and an update have actions of their own.',
        "actions[isNew(changeSet) ? 'create' : 'update']",
        "actions['create']",
        'test/identity/api-keys/rotate-api-key.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/audit/audit-event.resolver.ts',
    [EVENTS],
    [
      [
        'B3: A partner does not see the name of an admin.',
        'return isShown(ctx, event) ? event.actorEmail : TEAM;',
        'return event.actorEmail;',
      ],
      [
        'B3: A partner does not see the address of an admin.',
        'return isShown(ctx, event) ? (event.ipAddress ?? null) : null;',
        'return event.ipAddress ?? null;',
      ],
    ],
  ),
  ...inFile(
    'src/migrations/versions/20261202-04-audit-by-chain.ts',
    ['test/audit/audit-verify.test.ts'],
    [
      [
        'D5: PostgreSQL refuses a change without an event.',
        'new.id) and transaction_id = pg_current_xact_id()\n      order by occurred_at desc, id desc limit 1;\n    if not found',
        'new.id) and transaction_id = pg_current_xact_id()\n      order by occurred_at desc, id desc limit 1;\n    if false',
        'test/security/audit-rows.test.ts',
        RECORDER,
      ],
      ['Events are chained.', 'new.hash := audit_event_hash(event, previous);', "new.hash := '\\\\x00';"],
      [
        'The numbers of a chain have no gap.',
        'update audit_chain set sequence = new.sequence,',
        'update audit_chain set sequence = new.sequence + 1,',
      ],
    ],
  ),
  ...inFile(
    'src/migrations/versions/20261130-03-audit.ts',
    ['test/audit/audit-verify.test.ts'],
    [
      [
        'The hash covers the changes.',
        'event.credential, event.target_type, event.target_id::text, event.changes,',
        'event.credential, event.target_type, event.target_id::text, null,',
      ],
      [
        'D6: Events cannot be changed or deleted.',
        'grant select, insert on audit_event to reachgenie_platform, reachgenie_tenant;',
        'grant select, insert, update, delete on audit_event to reachgenie_platform, reachgenie_tenant;',
        'test/security/audit-rows.test.ts',
        'test/security/tenants/tenant-tables.test.ts',
      ],
    ],
  ),
  ...inFile(
    'src/audit/audit.chain.ts',
    ['test/privacy/person-erase.test.ts'],
    [
      [
        'A change of a redacted event is found.',
        'hashOfRow(row, this.#previous).toString',
        '!this.redactions.has(`${this.chainId} ${sequence}`) && hashOfRow(row, this.#previous).toString',
      ],
    ],
  ),
  ...inFile(
    'src/migrations/versions/20261202-51-personal-data.ts',
    ['test/privacy/retention.test.ts', 'test/privacy/person-erase.test.ts'],
    [
      ['Only old applications lose personal data.', ' and coalesce(withdrawn_at, decided_at) < before', ''],
      ['The worker cannot redact the audit log.', 'revoke execute on function redact_audit_events from public;', ''],
      ['Notes are erased.', 'delete from partner_application_note where application_id = any (erased);', ''],
      [
        'The hash of a redacted event is kept.',
        "coalesce(previous, '')), 'hex')",
        "coalesce(former.hash, '')), 'hex')",
      ],
    ],
  ),
  ...inFile(
    'src/privacy/personal.tables.ts',
    ['test/privacy/person-erase.test.ts', 'test/privacy/person-export.test.ts'],
    [
      ['An address is a whole value.', `position('"' || address || '"' in`, 'position(address in'],
      ['Hashes are not exported.', "hidden: ['password_hash', 'mailbox', 'mailbox_rank'],", ''],
    ],
  ),
];
