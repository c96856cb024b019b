import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useApi } from '../support/api.ts';
import { create, validClient } from '../support/given/client-accounts.ts';
import { runCommand, type Ran } from '../support/processes/commands.ts';
import { givenPartner, type Partner } from '../support/given/partners.ts';

const api = useApi();
let partner: Partner;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
  partner = await givenPartner(api);
  await givenPartner(api);
  for (let client = 0; client < 6; client++) await create(api, partner.actor, validClient());
});

afterAll(() => rm(folder, { recursive: true }));

const verify = (...options: string[]): Promise<Ran> =>
  runCommand('src/audit/audit.verify.command.ts', api.database.loginUrl, ...options);

/** Tampers as only the owner of the database can, verifies, and undoes it. */
async function afterTampering(sql: string): Promise<Ran> {
  await api.rows('create table kept_events as select * from audit_event');
  await api.rows('create table kept_chains as select * from audit_chain');
  const values = sql.includes('$1') ? [partner.resellerId] : [];
  await api.rows('alter table audit_event disable trigger chain');
  await api.rows(sql, values);
  try {
    return await verify();
  } finally {
    await api.rows('truncate audit_event, audit_chain');
    await api.rows('insert into audit_event select * from kept_events');
    await api.rows('insert into audit_chain select * from kept_chains');
    await api.rows('alter table audit_event enable trigger chain');
    await api.rows('drop table kept_events, kept_chains');
  }
}

const idOf = async (sequence: number) => {
  const [row] = await api.rows('select id from audit_event where reseller_id = $1 and sequence = $2', [
    partner.resellerId,
    sequence,
  ]);
  return String(row?.['id']);
};

test('an intact log has no problems, and the command prints the head of each chain', async () => {
  const { code, stdout, stderr } = await verify();

  expect(stderr).toMatch(/^3 chains of \d+ rows: no problems found\.\n$/);
  expect(code).toBe(0);
  const heads = await api.rows(
    `select chain_id || ' ' || sequence || ' ' || encode(hash, 'hex') as head from audit_chain order by chain_id`,
  );
  expect(stdout).toBe(heads.map(({ head }) => `${String(head)}\n`).join(''));
});

test('verifies many concurrent changes of several tenants, without a gap', async () => {
  const partners = [partner, await givenPartner(api)];
  const changes = Array.from({ length: 40 }, (_, change) => create(api, partners[change % 2]?.actor, validClient()));
  expect((await Promise.all(changes)).filter(({ data }) => data)).toHaveLength(40);

  const chains =
    await api.rows(`select chain_id, max(sequence)::int as last, count(*)::int as rows, count(distinct sequence)::int as different
    from audit_event group by chain_id`);
  for (const { last, rows, different } of chains) expect([rows, different]).toEqual([last, last]);
  expect((await verify()).stderr).toContain('no problems found');
});

test('verifies every kind of text', async () => {
  const controls = Array.from({ length: 31 }, (_, index) => String.fromCharCode(index + 1)).join('');
  for (const text of [
    controls,
    '"quoted", \\ \\u0041 and /',
    'ü 漢字 🦊 \u007f \u2028 \ufeff',
    "null', -, 3:abc",
    '',
  ]) {
    await api.rows(
      `insert into audit_event (id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id, changes)
       values (gen_random_uuid(), clock_timestamp(), 'test', $1, gen_random_uuid(), 'ADMIN', 'link', 'Test', gen_random_uuid(), $2)`,
      [text, text],
    );
  }

  expect((await verify()).stderr).toContain('no problems found');
});

test('a change that rolls back leaves no gap', async () => {
  const input = validClient();
  await create(api, partner.actor, input);
  expect((await create(api, partner.actor, input)).errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
  await create(api, partner.actor, validClient());

  expect((await verify()).stderr).toContain('no problems found');
});

const COLUMNS = [
  `action = 'client.deleted'`,
  `actor_email = 'somebody@else.example'`,
  `actor_id = gen_random_uuid()`,
  `actor_role = 'ADMIN'`,
  `credential = 'key:1'`,
  `target_type = 'X'`,
  `target_id = gen_random_uuid()`,
  `changes = null`,
  `changes = replace(changes, 'Acme', 'Other')`,
  `changes = changes || ' '`,
  `ip_address = ''`,
  `ip_address = null`,
  `request_id = null`,
  `occurred_at = occurred_at + interval '1 millisecond'`,
  `id = gen_random_uuid()`,
  `reseller_id = null`,
  `hash = sha256('x')`,
];

test('finds a change of any column, and names its row', async () => {
  // All in one run: each in its own row, with an intact one between.
  const partnerOfMany = await givenPartner(api);
  for (let client = 0; client <= 2 * COLUMNS.length; client++) await create(api, partnerOfMany.actor, validClient());
  const sequenceOf = (index: number) => 6 + 2 * index;
  const tampering = COLUMNS.map(
    (change, index) =>
      `update audit_event set ${change} where chain_id = '${partnerOfMany.resellerId}' and sequence = ${sequenceOf(index)}`,
  );

  const { code, stderr } = await afterTampering(tampering.join(';'));

  expect(code).toBe(1);
  const found = [...stderr.matchAll(/row (\d+) \(/g)].map(([, sequence]) => Number(sequence));
  const last = sequenceOf(COLUMNS.length - 1);
  // A changed hash breaks the link of the next row.
  expect(found).toEqual([...COLUMNS.map((_, index) => sequenceOf(index)), last + 1]);
});

test('finds a removed row', async () => {
  const { code, stderr } = await afterTampering('delete from audit_event where chain_id = $1 and sequence = 5');

  expect(code).toBe(1);
  expect(stderr).toContain(`${partner.resellerId} row 5: missing\n`);
  expect(stderr).toContain('problems found: 1.');
});

test('finds removed rows at the end of a chain, and a chain without rows', async () => {
  const atTheEnd = await afterTampering('delete from audit_event where chain_id = $1 and sequence >= 5');
  expect([atTheEnd.code, atTheEnd.stderr]).toEqual([1, expect.stringMatching(/rows 5 to \d+: missing/)]);

  const all = await afterTampering('delete from audit_event where chain_id = $1');
  expect([all.code, all.stderr]).toEqual([1, expect.stringMatching(/rows 1 to \d+: missing/)]);
});

test('finds a removed row even if the later rows were renumbered', async () => {
  const id = await idOf(6);
  const { code, stderr } = await afterTampering(
    `delete from audit_event where chain_id = '${partner.resellerId}' and sequence = 5;
     update audit_event set sequence = -sequence where chain_id = '${partner.resellerId}' and sequence > 5;
     update audit_event set sequence = -sequence - 1 where chain_id = '${partner.resellerId}' and sequence < 0;
     update audit_chain set sequence = sequence - 1 where chain_id = '${partner.resellerId}'`,
  );

  expect(code).toBe(1);
  expect(stderr).toContain(
    `${partner.resellerId} row 5 (${id}): this row or the previous one was changed or inserted\n`,
  );
});

test('finds an inserted row in the middle and after the head', async () => {
  const copy = (
    sequence: string,
  ) => `insert into audit_event select gen_random_uuid(), reseller_id, occurred_at, action, actor_email, actor_id, actor_role,
    credential, target_type, target_id, changes, ip_address, request_id, chain_id, ${sequence}, transaction_id, hash
    from audit_event where chain_id = '${partner.resellerId}' and sequence = 5`;

  const inTheMiddle = await afterTampering(
    `update audit_event set sequence = -sequence - 1 where chain_id = '${partner.resellerId}' and sequence > 5;
     update audit_event set sequence = -sequence where chain_id = '${partner.resellerId}' and sequence < 0;
     update audit_chain set sequence = sequence + 1 where chain_id = '${partner.resellerId}'; ${copy('6')}`,
  );
  expect([inTheMiddle.code, inTheMiddle.stderr]).toEqual([1, expect.stringContaining(`${partner.resellerId} row 6 (`)]);

  const behind = await afterTampering(
    copy(`(select max(sequence) + 1 from audit_event where chain_id = '${partner.resellerId}')`),
  );
  expect([behind.code, behind.stderr]).toEqual([1, expect.stringMatching(/inserted after the head/)]);
});

test('finds a changed head and a missing head', async () => {
  const changed = await afterTampering(`update audit_chain set hash = sha256('x') where chain_id = $1`);
  expect([changed.code, changed.stderr]).toEqual([
    1,
    expect.stringMatching(/this row or the head of the chain was changed/),
  ]);

  const gone = await afterTampering('delete from audit_chain where chain_id = $1');
  expect([gone.code, gone.stderr]).toEqual([
    1,
    expect.stringContaining(`${partner.resellerId}: the head of the chain is missing`),
  ]);
});

const REMADE = `do $$
  declare event audit_event; previous bytea;
  begin
    update audit_event set changes = '{}' where chain_id = 'CHAIN' and sequence = 5;
    for event in select * from audit_event where chain_id = 'CHAIN' order by sequence loop
      previous := audit_event_hash(event, coalesce(previous, ''));
      update audit_event set hash = previous where id = event.id;
    end loop;
    update audit_chain set hash = previous where chain_id = 'CHAIN';
  end $$`;

test('a chain that was rebuilt as a whole passes, but not against kept heads', async () => {
  const kept = join(folder, 'heads.txt');
  await writeFile(kept, (await verify()).stdout);
  await create(api, partner.actor, validClient());
  expect((await verify('--heads', kept)).stderr).toContain('no problems found');

  const alone = await afterTampering(REMADE.replaceAll('CHAIN', partner.resellerId));
  expect(alone.stderr).toContain('no problems found');

  await api.rows('begin');
  await api.rows('alter table audit_event disable trigger chain');
  await api.rows(REMADE.replaceAll('CHAIN', partner.resellerId));
  await api.rows('alter table audit_event enable trigger chain');
  await api.rows('commit');
  const { code, stderr } = await verify('--heads', kept);
  expect(code).toBe(1);
  expect(stderr).toMatch(
    new RegExp(
      `${partner.resellerId} row \\d+ \\(.+\\): this row or an earlier one was changed since the head was kept`,
    ),
  );
});

test('reports kept heads of a missing chain, and a file without heads', async () => {
  const kept = join(folder, 'other-heads.txt');
  await writeFile(kept, `${'0'.repeat(8)}-0000-7000-8000-000000000001 3 ${'a'.repeat(64)}\n`);
  const gone = await verify('--heads', kept);
  expect([gone.code, gone.stderr]).toEqual([
    1,
    expect.stringContaining('00000000-0000-7000-8000-000000000001: the head of the chain is missing'),
  ]);

  await writeFile(kept, 'something else\n');
  const wrong = await verify('--heads', kept);
  expect([wrong.code, wrong.stderr]).toEqual([1, '--heads: not a chain head: something else\n']);
});

test('the application’s roles cannot do any of this', async () => {
  for (const role of ['reachgenie_platform', 'reachgenie_tenant']) {
    const statements = [
      `update audit_event set action = 'x'`,
      'delete from audit_event',
      'truncate audit_event',
      `update audit_chain set sequence = 0`,
      `insert into audit_chain values (gen_random_uuid(), 1, '')`,
      'delete from audit_chain',
      'alter table audit_event disable trigger chain',
    ];
    for (const statement of statements) {
      await api.rows('begin');
      await api.rows(`select set_config('mikro.tenant.resellerId', $1, true)`, [partner.resellerId]);
      await api.rows(`set local role ${role}`);
      await expect(api.rows(statement)).rejects.toThrow(/permission denied|must be owner/);
      await api.rows('rollback');
    }
  }
});
