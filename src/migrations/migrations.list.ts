import type { Migration } from '@mikro-orm/migrations';

type MigrationClass = new (...args: ConstructorParameters<typeof Migration>) => Migration;

/** One migration. Its SQL is only loaded to run it, because every process reads the names. */
export interface ListedMigration {
  name: string;
  load: () => Promise<MigrationClass>;
}

/** In order. A migration that has landed never changes: test/migrations/landed-migrations.test.ts pins its SQL. */
export const migrationsList: readonly ListedMigration[] = [
  { name: '20261130-01-core', load: async () => (await import('./versions/20261130-01-core.ts')).Core },
  {
    name: '20261130-02-text-search',
    load: async () => (await import('./versions/20261130-02-text-search.ts')).TextSearch,
  },
  { name: '20261130-03-audit', load: async () => (await import('./versions/20261130-03-audit.ts')).Audit },
  { name: '20261130-04-email', load: async () => (await import('./versions/20261130-04-email.ts')).Email },
  { name: '20261130-05-tenants', load: async () => (await import('./versions/20261130-05-tenants.ts')).Tenants },
  { name: '20261130-06-identity', load: async () => (await import('./versions/20261130-06-identity.ts')).Identity },
  {
    name: '20261130-07-company-key',
    load: async () => (await import('./versions/20261130-07-company-key.ts')).CompanyKey,
  },
  {
    name: '20261130-08-applications',
    load: async () => (await import('./versions/20261130-08-applications.ts')).Applications,
  },
  {
    name: '20261130-09-application-counters',
    load: async () => (await import('./versions/20261130-09-application-counters.ts')).ApplicationCounters,
  },
  {
    name: '20261130-10-application-recount',
    load: async () => (await import('./versions/20261130-10-application-recount.ts')).ApplicationRecount,
  },
  { name: '20261130-11-partners', load: async () => (await import('./versions/20261130-11-partners.ts')).Partners },
  { name: '20261130-12-clients', load: async () => (await import('./versions/20261130-12-clients.ts')).Clients },
  { name: '20261130-13-access', load: async () => (await import('./versions/20261130-13-access.ts')).Access },
  {
    name: '20261201-05-email-attempts',
    load: async () => (await import('./versions/20261201-05-email-attempts.ts')).EmailAttempts,
  },
  {
    name: '20261201-06-required-migration',
    load: async () => (await import('./versions/20261201-06-required-migration.ts')).RequiredMigration,
  },
  {
    name: '20261202-01-client-key',
    load: async () => (await import('./versions/20261202-01-client-key.ts')).ClientKey,
  },
  {
    name: '20261202-02-client-access-key',
    load: async () => (await import('./versions/20261202-02-client-access-key.ts')).ClientAccessKey,
  },
  { name: '20261202-03-audit-key', load: async () => (await import('./versions/20261202-03-audit-key.ts')).AuditKey },
  {
    name: '20261202-04-audit-by-chain',
    load: async () => (await import('./versions/20261202-04-audit-by-chain.ts')).AuditByChain,
  },
  {
    name: '20261202-05-carried-tenant',
    load: async () => (await import('./versions/20261202-05-carried-tenant.ts')).CarriedTenant,
  },
  {
    name: '20261202-06-tenant-policies',
    load: async () => (await import('./versions/20261202-06-tenant-policies.ts')).TenantPolicies,
  },
  {
    name: '20261202-30-audit-verification',
    load: async () => (await import('./versions/20261202-30-audit-verification.ts')).AuditVerification,
  },
  { name: '20261202-40-backups', load: async () => (await import('./versions/20261202-40-backups.ts')).Backups },
  {
    name: '20261202-50-held-back-emails',
    load: async () => (await import('./versions/20261202-50-held-back-emails.ts')).HeldBackEmails,
  },
  {
    name: '20261202-51-personal-data',
    load: async () => (await import('./versions/20261202-51-personal-data.ts')).PersonalData,
  },
  {
    name: '20261202-70-redaction-of-many',
    load: async () => (await import('./versions/20261202-70-redaction-of-many.ts')).RedactionOfMany,
  },
  {
    name: '20261203-10-search-by-name',
    load: async () => (await import('./versions/20261203-10-search-by-name.ts')).SearchByName,
  },
  {
    name: '20261203-13-email-search',
    load: async () => (await import('./versions/20261203-13-email-search.ts')).EmailSearch,
  },
  {
    name: '20261203-20-notifications',
    load: async () => (await import('./versions/20261203-20-notifications.ts')).Notifications,
  },
  {
    name: '20261203-21-live-hints',
    load: async () => (await import('./versions/20261203-21-live-hints.ts')).LiveHints,
  },
  { name: '20261203-30-languages', load: async () => (await import('./versions/20261203-30-languages.ts')).Languages },
  { name: '20261203-40-workspace', load: async () => (await import('./versions/20261203-40-workspace.ts')).Workspace },
  {
    name: '20261203-45-audit-by-person',
    load: async () => (await import('./versions/20261203-45-audit-by-person.ts')).AuditByPerson,
  },
  {
    name: '20261203-46-partner-notes',
    load: async () => (await import('./versions/20261203-46-partner-notes.ts')).PartnerNotes,
  },
  {
    name: '20261204-10-list-exports',
    load: async () => (await import('./versions/20261204-10-list-exports.ts')).ListExports,
  },
  {
    name: '20261204-50-summaries-end',
    load: async () => (await import('./versions/20261204-50-summaries-end.ts')).SummariesEnd,
  },
  {
    name: '20261204-51-ended-callers',
    load: async () => (await import('./versions/20261204-51-ended-callers.ts')).EndedCallers,
  },
  {
    name: '20261204-52-clients-by-name',
    load: async () => (await import('./versions/20261204-52-clients-by-name.ts')).ClientsByName,
  },
  {
    name: '20261204-53-live-members',
    load: async () => (await import('./versions/20261204-53-live-members.ts')).LiveMembers,
  },
  { name: '20261205-10-events', load: async () => (await import('./versions/20261205-10-events.ts')).Events },
  {
    name: '20261205-11-retention-as-system',
    load: async () => (await import('./versions/20261205-11-retention-as-system.ts')).RetentionAsSystem,
  },
  { name: '20261205-20-webhooks', load: async () => (await import('./versions/20261205-20-webhooks.ts')).Webhooks },
  {
    name: '20261205-30-provisioning',
    load: async () => (await import('./versions/20261205-30-provisioning.ts')).Provisioning,
  },
  {
    name: '20261205-40-onboarding',
    load: async () => (await import('./versions/20261205-40-onboarding.ts')).Onboarding,
  },
  { name: '20261206-10-files', load: async () => (await import('./versions/20261206-10-files.ts')).Files },
  {
    name: '20261206-20-agreements',
    load: async () => (await import('./versions/20261206-20-agreements.ts')).Agreements,
  },
  { name: '20261206-30-company', load: async () => (await import('./versions/20261206-30-company.ts')).Company },
  { name: '20261206-40-tiers', load: async () => (await import('./versions/20261206-40-tiers.ts')).Tiers },
  {
    name: '20261206-41-tier-history',
    load: async () => (await import('./versions/20261206-41-tier-history.ts')).TierHistory,
  },
  {
    name: '20261206-50-partner-managers',
    load: async () => (await import('./versions/20261206-50-partner-managers.ts')).PartnerManagers,
  },
];

export const migrationNames: readonly string[] = migrationsList.map(({ name }) => name);
