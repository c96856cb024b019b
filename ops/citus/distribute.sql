-- Distributes the tables of tenants over the workers of Citus: see "Several servers" in docs/operations.md. Run it with psql, as the
-- owner, while no process runs. It can run again, and then distributes the tables that are new.
\set ON_ERROR_STOP on
\ir tables.sql
set client_min_messages to warning;

-- Triggers of our distributed tables read and write only rows of their tenant, which are on the same server.
set citus.enable_unsafe_triggers to on;

-- A foreign key cannot lead from a distributed table to one that stays on the coordinator.
select format('alter table %s drop constraint %I', conrelid::regclass, conname)
from pg_constraint
  join placement as source on conrelid = to_regclass(source.name)
  join placement as target on confrelid = to_regclass(target.name)
where contype = 'f' and source.tenant_column is not null and target.tenant_column is null
\gexec

-- Functions that the workers call. Citus itself finds those that a column or a trigger names, but not those that a text names.
select format('select create_distributed_function(%L)', pg_proc.oid::regprocedure)
from pg_proc
where pronamespace = 'public'::regnamespace
  and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
  and prorettype <> 'trigger'::regtype
  and not exists (select from placement where pg_get_functiondef(pg_proc.oid) ~ format('\y%s\y', name))
\gexec

-- Rows of one tenant are on the same server in all tables.
select format('select create_distributed_table(%L, %L, colocate_with => %L)', name, tenant_column,
  case name when 'audit_chain' then 'none' else 'audit_chain' end)
from placement
where tenant_column is not null
  and not exists (select from pg_dist_partition where logicalrelid = to_regclass(name))
order by place
\gexec

-- Its argument is a row of a distributed table, so this one can only follow.
select create_distributed_function('audit_event_hash(audit_event, bytea)');
