-- The role and the slot of the standby, once, on the primary, as a superuser.
\set ON_ERROR_STOP on
\getenv replication_password REPLICATION_PASSWORD
create role reachgenie_replication login replication password :'replication_password';
-- Keeps the log that the standby has not received yet, up to max_slot_wal_keep_size.
select pg_create_physical_replication_slot('standby');
-- Last, because commits wait for a standby from the next start on.
alter system set synchronous_standby_names = 'ANY 1 (*)';
