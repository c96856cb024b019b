import pg from 'pg';
import { APPLICATION, CLIENT, NARROW, NOTE, pageOf, selected, snakeCase, statisticsOf, VIEWER } from '../columns.ts';
import { createClient, LIMIT, serveStatements } from './statement.floor.ts';

// Node creates the answer from rows, and times from PostgreSQL's text.

const TIMESTAMPTZ = 1184;
pg.types.setTypeParser(TIMESTAMPTZ, (text) => {
  const zone = text.length - '+00'.length;
  const milliseconds = text.slice('2026-01-01 00:00:00'.length, zone) || '.';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}${milliseconds.padEnd(4, '0')}Z`;
});

/** A row of any operation. */
interface Row {
  id: string;
  createdAt: string;
  status: string;
  partnershipType: string;
  n: number;
  total: number | undefined;
  viewer: object | undefined;
}

const list = (table: string, names: readonly string[], where: string, total: string) => `
  select ${selected(names)}, (${total})::int as total from ${table}
  where ${where} order by created_at desc, id desc limit $2 offset $3`;

const TOTAL = 'select sum(count) from application_stat where status = $1';

const newest = (where: string, limit: string) => `
  select ${selected(APPLICATION)} from partner_application where ${where} order by created_at desc, id desc limit ${limit}`;

const CLIENTS = list(
  'client_account',
  CLIENT,
  'reseller_id = $1',
  'select count(*) from client_account where reseller_id = $1',
);
const SEARCH = newest("search like '%' || lower($1) || '%'", '$2 + 1');

const note = NOTE.map((name) => `'${name}', note.${snakeCase(name)}`).join(', ');

serveStatements<Row>(
  {
    'list-total': list('partner_application', APPLICATION, 'status = $1', TOTAL),
    'list-narrow': list('partner_application', NARROW, 'status = $1', TOTAL),
    'list-cursor': newest('(created_at, id) < ($1, $2)', '$3 + 1'),
    'search-one': SEARCH,
    'search-many': SEARCH,
    details: `
      select ${selected(APPLICATION)}, (
        select coalesce(json_agg(json_build_object(${note}) order by note.created_at), '[]'::json)
        from partner_application_note as note where application_id = partner_application.id) as notes
      from partner_application where id = $1`,
    clients: CLIENTS,
    'viewer-clients': `
      select clients.*, (select row_to_json(viewer) from (
        select ${selected(VIEWER)} from user_account where id = $4) as viewer) as viewer
      from (${CLIENTS}) as clients`,
    statistics: 'select status, partnership_type as "partnershipType", count::int as n from application_stat',
    'create-client': createClient(selected(CLIENT)),
  },
  (operation, rows) => JSON.stringify(answerOf(operation, rows)),
);

function answerOf(operation: string, rows: Row[]): unknown {
  switch (operation) {
    case 'statistics':
      return statisticsOf(rows);
    case 'list-cursor':
    case 'search-one':
    case 'search-many':
      return pageOf(rows, LIMIT);
    case 'details':
    case 'create-client':
      return rows[0];
    default: {
      const { total: totalItems, viewer } = rows[0] ?? {};
      // JSON leaves undefined fields out.
      for (const row of rows) row.total = row.viewer = undefined;
      return { viewer, items: rows, pageInfo: { totalItems } };
    }
  }
}
