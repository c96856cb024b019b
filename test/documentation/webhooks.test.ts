import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import { signedHeaders } from '../../src/webhooks/sending/webhook.signature.ts';
import { WEBHOOK_FAILURES } from '../../src/webhooks/webhook.failures.ts';
import { textOf } from '../support/oracles/documents.ts';
import { freePort } from '../support/processes/free.port.ts';

const page = textOf('docs/webhooks.md');

test('the example of a receiver accepts our requests, and no others', async () => {
  const [, example = ''] = /```js\n(.*?)```/s.exec(page) ?? [];
  const secret = randomBytes(32);
  const port = await freePort();
  const env = { PORT: String(port), WEBHOOK_SECRET: `whsec_${secret.toString('base64')}` };
  const receiver = spawn(process.execPath, ['--input-type=module', '--eval', example], { env, stdio: 'ignore' });
  onTestFinished(() => void receiver.kill());
  const send = async (payload: string, headers: Record<string, string>): Promise<number> =>
    (await fetch(`http://localhost:${port}/`, { method: 'POST', body: payload, headers })).status;
  const payload = '{"type":"client.created","data":{"object":{"id":"1"},"changes":null}}';
  const headersAt = (now: number, key = secret) =>
    signedHeaders([randomBytes(32), key], { messageId: '1', payload }, new Date(now));

  await vi.waitFor(() => send('', {}), { timeout: 10_000 });

  expect(await send(payload, headersAt(Date.now()))).toBe(204);
  expect(await send(payload.replace('1', '2'), headersAt(Date.now()))).toBe(401);
  expect(await send(payload, headersAt(Date.now(), randomBytes(32)))).toBe(401);
  expect(await send(payload, headersAt(Date.now() - 6 * 60_000))).toBe(401);
});

test('every failure is explained', () => {
  const explained = Array.from(page.matchAll(/^\| `([A-Z_]+)`/gm), ([, name]) => name);

  expect(explained.toSorted()).toEqual([...WEBHOOK_FAILURES].sort());
});
