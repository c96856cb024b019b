-- The place of each table on Citus: decision 59. All rows of one tenant are on one server, by this column. A table without it stays
-- on the coordinator. test/migrations/citus-rules.test.ts checks the schema against this list.
create temporary table placement (
  place int generated always as identity,
  name text primary key,
  tenant_column text
);

insert into placement (name, tenant_column) values
  -- Rows of tenants. Tables come before those that refer to them.
  ('audit_chain', 'chain_id'),
  ('audit_event', 'chain_id'),
  ('client_account', 'reseller_id'),
  ('client_access_session', 'reseller_id'),
  ('client_provisioning', 'reseller_id'),
  ('onboarding_plan', 'reseller_id'),
  ('onboarding_step', 'reseller_id'),

  -- Every request reads these, and they grow with the number of partners and of their users.
  ('api_key', null),
  ('api_key_use', null),
  ('draft', null),
  ('idempotency_key', null),
  ('notification', null),
  ('notification_setting', null),
  ('interface_state', null),
  ('list_export', null),
  ('partner_account', null),
  ('partnership', null),
  ('recovery_code', null),
  ('saved_view', null),
  ('second_factor', null),
  ('user_account', null),
  ('user_session', null),
  ('user_token', null),

  -- Rows of the platform.
  ('application_export', null),
  ('application_receipt', null),
  ('audit_verification', null),
  ('backup_run', null),
  ('email_message', null),
  ('event_consumer', null),
  ('event_cursor', null),
  ('mikro_orm_migrations', null),
  ('outbound_pause', null),
  ('partner_application', null),
  ('partner_application_activity', null),
  ('partner_application_assignee_count', null),
  ('partner_application_count', null),
  ('partner_application_decision_count', null),
  ('partner_application_delta', null),
  ('partner_application_industry_count', null),
  ('partner_application_industry_detail_count', null),
  ('partner_application_note', null),
  ('partner_application_status_change', null),
  ('partner_application_withdrawal_activity', null),
  ('partner_application_withdrawn_count', null),
  ('partner_application_withdrawn_industry_count', null),
  ('partner_note', null),
  ('required_migration', null),
  ('webhook_delivery', null),
  ('webhook_endpoint', null),
  ('webhook_message', null);
