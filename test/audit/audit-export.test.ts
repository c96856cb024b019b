import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { create, validClient } from '../support/given/client-accounts.ts';
import { runCommand } from '../support/processes/commands.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();
let partner: Partner;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
  partner = await givenPartner(api);
  await givenPartner(api);
  await create(api, partner.actor, validClient({ companyName: 'Ümläut "Quoted", Ltd.' }));
});

afterAll(() => rm(folder, { recursive: true }));

const run = (...options: string[]) =>
  runCommand('src/audit/audit.export.command.ts', api.database.loginUrl, ...options);

const HEAD =
  'id occurredAt action actorEmail actorId actorRole credential resellerId targetType targetId changes ipAddress requestId chainId sequence hash'.split(
    ' ',
  );

/** Strictly by RFC 4180. */
function parseCsv(text: string): string[][] {
  const cells = [...text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)];
  expect(cells.map(([cell]) => cell).join('')).toBe(text);
  const lines: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    lines.at(-1)?.push(cell.replaceAll('""', '"'));
    if (end !== ',') lines.push([]);
  }
  return lines.slice(0, -1);
}

const expected = (where = 'true') =>
  api.rows(
    `select id, action, changes, occurred_at, encode(hash, 'hex') as hash from audit_event where ${where} order by occurred_at, id`,
  );

test('exports all events of all partners as CSV with every column, oldest first', async () => {
  const { code, stdout } = await run();

  const [head, ...lines] = parseCsv(stdout);
  const rows = await expected();
  expect(code).toBe(0);
  expect(head).toEqual(HEAD);
  expect(lines.map(([id]) => id)).toEqual(rows.map(({ id }) => id));
  expect(lines.map((line) => line[10])).toEqual(rows.map(({ changes }) => changes ?? ''));
  expect(lines.map((line) => line[15])).toEqual(rows.map(({ hash }) => hash));
  expect(stdout).toContain('Ümläut \\""Quoted\\"", Ltd.');
});

test('exports the same events as JSON lines, with null as null', async () => {
  const { stdout } = await run('--format', 'jsonl');

  const events = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const rows = await expected();
  expect(Object.keys(events[0] ?? {})).toEqual(HEAD);
  expect(events.map(({ id, changes, occurredAt, hash }) => ({ id, changes, occurredAt, hash }))).toEqual(
    rows.map(({ id, changes, occurred_at: time, hash }) => ({
      id,
      changes,
      hash,
      occurredAt: (time as Date).toISOString(),
    })),
  );
  expect(events.find(({ action }) => action === 'session.started')).toMatchObject({
    resellerId: null,
    ipAddress: '127.0.0.1',
  });
});

test('F3: no CSV cell is a formula, and JSON lines keep the original text', async () => {
  const texts = ['=HYPERLINK("http://evil.example")', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', "'=1", '1=1'];
  for (const text of texts) {
    await api.rows(
      `insert into audit_event (id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id, changes)
       values (gen_random_uuid(), clock_timestamp(), 'formula', $1, gen_random_uuid(), 'ADMIN', 'link', 'Test', gen_random_uuid(), $2)`,
      [text, text],
    );
  }

  const lines = parseCsv((await run('--action', 'formula')).stdout).slice(1);
  const events = (await run('--action', 'formula', '--format', 'jsonl')).stdout.trimEnd().split('\n');

  const safe = new Set(texts.map((text) => (/^['1]/.test(text) ? text : `'${text}`)));
  expect(new Set(lines.map((line) => line[3]))).toEqual(safe);
  expect(new Set(lines.map((line) => line[10]))).toEqual(safe);
  expect(new Set(events.map((event) => (JSON.parse(event) as { changes: string }).changes))).toEqual(new Set(texts));
});

test.each([
  {
    options: ['--action', 'partner.created', '--action', 'user.invited'],
    where: `action in ('partner.created', 'user.invited')`,
  },
  { options: ['--reseller', 'RESELLER'], where: `reseller_id = 'RESELLER'` },
  { options: ['--target', 'RESELLER'], where: `target_id = 'RESELLER'` },
  { options: ['--from', '2020-01-01', '--to', '2020-02-01T00:00:00Z'], where: 'false' },
  {
    options: ['--from', '2020-01-01', '--reseller', 'RESELLER', '--action', 'client.created'],
    where: `reseller_id = 'RESELLER' and action = 'client.created'`,
  },
])('exports only the events that $options selects', async ({ options, where }) => {
  const own = options.map((option) => option.replace('RESELLER', partner.resellerId));

  const { stdout } = await run('--format', 'jsonl', ...own);

  const ids = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { id: string }).id);
  expect(ids).toEqual((await expected(where.replaceAll('RESELLER', partner.resellerId))).map(({ id }) => id));
});

test('exports more events than fit into a batch, to a file that only its owner can read', async () => {
  await api.rows(
    `insert into audit_event (id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id)
     select gen_random_uuid(), now(), 'many', 'a@b.co', gen_random_uuid(), 'ADMIN', 'link', 'Test', gen_random_uuid() from generate_series(1, 2500)`,
  );
  const output = join(folder, 'events.csv');
  await writeFile(output, 'everyone can read this', { mode: 0o644 });

  const { code, stdout } = await run('--output', output, '--action', 'many');

  expect([code, stdout]).toEqual([0, '']);
  const lines = parseCsv(await readFile(output, 'utf8')).slice(1);
  expect(lines.map(([id]) => id)).toEqual((await expected(`action = 'many'`)).map(({ id }) => id));
  expect((await stat(output)).mode & 0o777).toBe(0o600);
});

test.each([
  { options: ['--format', 'xml'], says: '--format: must be csv or jsonl' },
  { options: ['--reseller', 'x'], says: '--reseller: must be an ID' },
  { options: ['--from', 'yesterday'], says: '--from: must be a time' },
  { options: ['--to', '2026-13-01'], says: '--to: must be a time' },
  { options: ['--unknown'], says: '--unknown' },
  { options: ['--output', '/no/such/folder/events.csv'], says: 'ENOENT' },
])('$options: names the problem, and exits with 1', async ({ options, says }) => {
  const { code, stderr } = await run(...options);

  expect(code).toBe(1);
  expect(stderr).toContain(says);
  expect(stderr).not.toMatch(/\n {4}at /);
});

test('reports an unreachable database, and exits with 1', async () => {
  const { code, stdout, stderr } = await runCommand(
    'src/audit/audit.export.command.ts',
    'postgres://x:y@127.0.0.1:1/z',
  );

  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('ECONNREFUSED');
});
