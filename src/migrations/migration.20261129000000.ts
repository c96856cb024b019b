import { Migration } from '@mikro-orm/migrations';
import { PLATFORM_ROLE } from '../core/tenancy.ts';

/** A search of applications looks for the rarest letters of its text: see core/text.search.ts. */
export class Migration20261129000000 extends Migration {
  override up(): void {
    this.addSql(frequentTrigrams);
  }
}

/**
 * The trigrams that most applications have, some thousand, and the share of those that have them, kept by PostgreSQL's own
 * statistics (CREATE STATISTICS, ANALYZE). Only the owner may see these. Looked for at once, or searches would be no faster until
 * a tenth of the table has changed.
 */
const frequentTrigrams = `
  create statistics partner_application_search_statistics on (show_trgm(search)) from partner_application;
  create function frequent_application_trigrams() returns table (trigram text, frequency real)
  language sql stable security definer set search_path = public, pg_temp as $$
    select frequent.*
    from pg_stats_ext_exprs, unnest(most_common_elems::text::text[], most_common_elem_freqs) as frequent (trigram, frequency)
    where statistics_schemaname = 'public' and statistics_name = 'partner_application_search_statistics'
      and frequent.trigram is not null
  $$;
  revoke execute on function frequent_application_trigrams() from public;
  grant execute on function frequent_application_trigrams() to ${PLATFORM_ROLE};
  analyze partner_application;`;
