import { withValues } from '../column.values.ts';
import { OnlineMigration } from '../online.migration.ts';

/** The time of cancellations and the history of tiers, from the audit log, and the notifications of tiers. */
export class TierHistory extends OnlineMigration {
  override up(): void {
    this.addSql('alter table client_account add column if not exists canceled_at timestamptz(3)');
    this.addSql(derivedColumn);
    this.addBatches({
      table: 'client_account',
      set: canceledAt,
      where: `subscription_status = 'CANCELED' and canceled_at is null`,
    });
    this.addSql(pastAssignments);
    this.addSql(auditedAssignments);
    for (const table of ['notification', 'notification_setting']) {
      this.addSql(withValues(table, 'kind', ['TIER_PROMOTED', 'TIER_AT_RISK', 'TIER_RECOVERED', 'TIER_DEMOTED']));
      this.addSql(`alter table ${table} validate constraint ${table}_kind_check`);
    }
  }
}

/** The time of a cancellation follows from that of the status, whose change needs an event. */
const derivedColumn = `
  drop trigger if exists audited on client_account;
  create constraint trigger audited after insert or update on client_account deferrable initially deferred
    for each row execute function require_audit_event('contact_mailbox', 'mailbox_rank', 'canceled_at')`;

const canceledAt = `canceled_at = coalesce((select max(event.occurred_at) from audit_event as event
  where event.chain_id = client_account.reseller_id and event.target_id = client_account.id
    and event.action = 'client.subscription_changed'
    and event.changes::jsonb -> 'subscriptionStatus' ->> 'to' = 'CANCELED'), client_account.updated_at)`;

/**
 * Each change of a tier in the audit log began an assignment. If the last one does not give the current tier, the log does not
 * tell the history: then the partner has had its tier from the beginning.
 */
const pastAssignments = `
  do $$
  declare
    last uuid := '00000000-0000-0000-0000-000000000000';
    account record;
    change record;
    open uuid;
    told text;
  begin
    loop
      select id, tier, created_at into account from partner_account where id > last order by id limit 1;
      exit when not found;
      last := account.id;
      perform from tier_assignment where reseller_id = account.id;
      continue when found;
      select changes::jsonb -> 'tier' ->> 'to' into told from audit_event
        where chain_id = account.id and target_id = account.id and action = 'partner.updated'
          and changes::jsonb -> 'tier' ->> 'to' is not null
        order by sequence desc limit 1;
      open := gen_random_uuid();
      insert into tier_assignment (reseller_id, id, tier, from_at, reason)
        values (account.id, open, account.tier, account.created_at, 'INITIAL');
      if told = account.tier then
        -- From the first change on.
        for change in
          select occurred_at, changes::jsonb -> 'tier' ->> 'from' as was, changes::jsonb -> 'tier' ->> 'to' as becomes,
            person.id as decided_by
          from audit_event left join user_account as person on person.id = actor_id
          where chain_id = account.id and target_id = account.id and action = 'partner.updated'
            and changes::jsonb -> 'tier' ->> 'to' is not null
          order by sequence
        loop
          update tier_assignment set tier = change.was, to_at = greatest(change.occurred_at, from_at)
            where reseller_id = account.id and id = open;
          open := gen_random_uuid();
          insert into tier_assignment (reseller_id, id, tier, from_at, reason, decided_by)
            values (account.id, open, change.becomes, change.occurred_at, 'MANUAL', change.decided_by);
        end loop;
      end if;
      commit;
    end loop;
  end $$`;

/** After the past ones, which have no events of their own. */
const auditedAssignments = `
  drop trigger if exists audited on tier_assignment;
  create constraint trigger audited after insert on tier_assignment deferrable initially deferred
    for each row when (new.reason <> 'INITIAL') execute function require_assignment_event()`;
