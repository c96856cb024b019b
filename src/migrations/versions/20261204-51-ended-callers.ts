import { Migration } from '@mikro-orm/migrations';

/** Finds the ended sessions among many in one statement. */
export class EndedCallers extends Migration {
  override up(): void {
    this.addSql(endedCallers);
  }
}

const endedCallers = `
  -- The credentials that are no longer valid, by the rule that each transaction follows.
  create function ended_callers(credentials text[]) returns setof text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    credential text;
  begin
    foreach credential in array credentials loop
      begin
        perform require_caller(credential);
      exception when sqlstate 'RG401' then
        return next credential;
      end;
    end loop;
  end $$;
  revoke execute on function ended_callers from public;
  grant execute on function ended_callers to reachgenie_platform;`;
