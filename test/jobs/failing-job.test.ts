import { expect, test } from 'vitest';
import { ADMIN, useApi } from '../support/api.ts';
import { whileChanged } from '../support/database.changes.ts';

const api = useApi();

test('the log says which job failed, but no address', async () => {
  const broken = { change: 'alter table user_token rename to away', back: 'alter table away rename to user_token' };
  const failures = () => api.logs.filter(({ msg }) => msg === 'job failed, retrying');

  await whileChanged(api, broken, async () => {
    await api.ask(undefined, `mutation { requestPasswordReset(email: "${ADMIN.email}") }`);
    const worker = await api.startAnother({ WORKER: 'only' });
    await expect.poll(failures, { timeout: 10_000 }).not.toEqual([]);
    await worker.stop();
  });

  expect(failures()[0]).toMatchObject({ queue: 'password-reset', ids: ['…'] });
  expect(JSON.stringify(failures())).not.toContain(ADMIN.email);
});
