import { boundedCount, type Figure } from '../../core/telemetry/figure.ts';

export const counterFigures: readonly Figure[] = [
  {
    name: 'reachgenie_applications',
    help: 'Applications by status.',
    label: 'status',
    query: `select status as label, sum(n) as value from (
        select status, n from partner_application_count where resolution = 'all' and day = '-infinity'
        union all select status, n from partner_application_delta
      ) as counted group by status`,
  },
  {
    name: 'reachgenie_counter_journal_rows',
    help: "Rows in the counters' journal that are not folded yet. At most 10,000.",
    query: `select null as label, ${boundedCount('from partner_application_delta')} as value`,
  },
];
