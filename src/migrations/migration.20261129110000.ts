import { Migration } from '@mikro-orm/migrations';
import { createCompanyKey } from '../applications/company.key.sql.ts';
import { createNaturalOrder, createTextFolding } from '../core/text.fold.sql.ts';

/**
 * Searches find every spelling of a text, lists sort names as people do, and company_key knows more legal forms. A process of the
 * version before goes on, but its searches find lower-case ASCII only, and it sorts by name without an index.
 *
 * PostgreSQL 15 and 16 cannot change a generated column's expression, so the tables are rewritten: for 2,000,000 applications this
 * locks them for some minutes.
 */
export class Migration20261129110000 extends Migration {
  override up(): void {
    this.addSql(createNaturalOrder);
    this.addSql(createTextFolding);
    this.addSql(outdated);
    this.addSql(createCompanyKey);
    this.addSql(search('partner_application', ['company_name', 'contact_name', 'contact_email']));
    this.addSql(search('partner_account', ['company_name', 'admin_email']));
    this.addSql(search('client_account', ['company_name', 'contact_name', 'contact_email']));
    this.addSql(indexes);
  }
}

/** First, or they would be rewritten with their tables. */
const outdated = `
  drop index partner_application_company_name_id_index;
  drop index client_account_reseller_id_company_name_id_index;
  drop index partner_application_company_key_index;`;

/** The column's index goes with it. */
const search = (table: string, columns: string[]) => `
  alter table ${table} drop column search,
    add column search text not null generated always as (search_text(${columns.join(` || ' ' || `)})) stored;`;

const indexes = `
  create index partner_application_search_index on partner_application using gin (search gin_trgm_ops);
  create index partner_account_search_index on partner_account using gin (search gin_trgm_ops);
  create index partner_application_company_name_index on partner_application (company_name collate natural_order, id);
  create index partner_application_company_key_index on partner_application (company_key(company_name), created_at, id);
  create index client_account_company_name_index on client_account (reseller_id, company_name collate natural_order, id);`;
