import pg from 'pg';
import { APPLICATION, CLIENT, NOTE, selected, snakeCase, statisticsOf } from '../columns.ts';
import { createClient, serveStatements } from './statement.floor.ts';

// Node creates the answer from rows, and times from PostgreSQL's text.

const TIMESTAMPTZ = 1184;
pg.types.setTypeParser(TIMESTAMPTZ, (text) => {
  const zone = text.length - '+00'.length;
  const milliseconds = text.slice('2026-01-01 00:00:00'.length, zone) || '.';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}${milliseconds.padEnd(4, '0')}Z`;
});

const list = (table: string, names: readonly string[], where: string, total: string) => `
  select ${selected(names)}, (${total})::int as total from ${table}
  where ${where} order by created_at desc, id desc limit $2 offset $3`;

const note = NOTE.map((name) => `'${name}', note.${snakeCase(name)}`).join(', ');

serveStatements<{ status: string; partnershipType: string; n: number; total?: number }>(
  {
    'list-total': list(
      'partner_application',
      APPLICATION,
      'status = $1',
      'select sum(count) from application_stat where status = $1',
    ),
    details: `
      select ${selected(APPLICATION)}, (
        select coalesce(json_agg(json_build_object(${note}) order by note.created_at), '[]'::json)
        from partner_application_note as note where application_id = partner_application.id) as notes
      from partner_application where id = $1`,
    clients: list(
      'client_account',
      CLIENT,
      'reseller_id = $1',
      'select count(*) from client_account where reseller_id = $1',
    ),
    statistics: 'select status, partnership_type as "partnershipType", count::int as n from application_stat',
    'create-client': createClient(selected(CLIENT)),
  },
  (operation, rows) => {
    if (operation === 'statistics') return JSON.stringify(statisticsOf(rows));
    const isList = operation === 'list-total' || operation === 'clients';
    return JSON.stringify(isList ? { items: rows, pageInfo: { totalItems: rows[0]?.total } } : rows[0]);
  },
);
