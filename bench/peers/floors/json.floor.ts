import { APPLICATION, CLIENT, NOTE, snakeCase } from '../columns.ts';
import { createClient, serveStatements } from './statement.floor.ts';

// PostgreSQL creates the whole answer as text.

const pairs = (names: readonly string[], alias: string) =>
  names.map((name) => `'${name}', ${alias}.${snakeCase(name)}`).join(', ');

const list = (table: string, names: readonly string[], where: string, total: string) => `
  select json_build_object('pageInfo', json_build_object('totalItems', (${total})), 'items', coalesce((
    select json_agg(json_build_object(${pairs(names, 'listed')})) from (
      select * from ${table} where ${where} order by created_at desc, id desc limit $2 offset $3
    ) as listed), '[]'::json))::text as json`;

const sums = (column: string, name: string) => `(
  select json_agg(json_build_object('${name}', ${column}, 'count', n))
  from (select ${column}, sum(count) as n from application_stat group by 1) as summed)`;

serveStatements<{ json: string }>(
  {
    'list-total': list(
      'partner_application',
      APPLICATION,
      'status = $1',
      'select sum(count) from application_stat where status = $1',
    ),
    details: `
      select json_build_object(${pairs(APPLICATION, 'application')}, 'notes', coalesce((
        select json_agg(json_build_object(${pairs(NOTE, 'note')}) order by note.created_at)
        from partner_application_note as note where application_id = application.id), '[]'::json))::text as json
      from partner_application as application where id = $1`,
    clients: list(
      'client_account',
      CLIENT,
      'reseller_id = $1',
      'select count(*) from client_account where reseller_id = $1',
    ),
    statistics: `
      select json_build_object('total', sum(count), 'byStatus', ${sums('status', 'status')},
        'byPartnershipType', ${sums('partnership_type', 'partnershipType')})::text as json
      from application_stat`,
    'create-client': createClient(`json_build_object(${pairs(CLIENT, 'client')})::text as json`),
  },
  (_, [row]) => row?.json ?? 'null',
);
