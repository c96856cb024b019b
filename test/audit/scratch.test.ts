import { test } from 'vitest';
import { useApi } from '../support/api.ts';
const api = useApi();
test('x', async () => {
  const ins = `insert into audit_event (id, reseller_id, occurred_at, action, actor_email, actor_id, actor_role, credential, target_type, target_id, changes)
     select gen_random_uuid(), '019ac3f0-0000-7000-8000-000000000001', now(), 'many', 'a@b.co', gen_random_uuid(), 'ADMIN', 'link', 'Test', gen_random_uuid(), repeat('x', 300)`;
  let seq = 0;
  const one = async () => api.rows(`do $$ begin for i in 1..200 loop ${ins}; commit; end loop; end $$`);
  const two = async () => api.rows(`do $$ begin for i in 1..200 loop ${ins.replace('changes)', 'changes, sequence, chain_id, hash)').replace("300)", `300), -${++seq * 1000} - i, gen_random_uuid(), ''`)}; commit; end loop; end $$`);
  for (let r = 0; r < 4; r++) for (const on of ['enable', 'disable']) {
    await api.rows(`alter table audit_event ${on} trigger chain`);
    const t = performance.now(); await (on === 'enable' ? one() : two()); console.log(on, (performance.now() - t) * 1000 / 200, 'us/row');
  }
});
