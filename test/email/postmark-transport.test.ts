import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PostmarkTransport } from '../../src/email/transports/postmark.transport.ts';
import { FakePostmark } from '../support/processes/fake-postmark.ts';
import { FROM, TOKEN } from '../support/mail.ts';

const email = {
  id: '019ac3f0-0000-7000-8000-000000000000',
  template: 'application.received',
  to: 'ada@acme.example',
  subject: 'Hello',
  html: '<p>Hello</p>',
  text: 'Hello',
};

let postmark: FakePostmark;
beforeAll(async () => {
  postmark = await FakePostmark.start();
});
afterAll(() => postmark.stop());

const closedPort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

test('a refused connection can be retried', async () => {
  const transport = new PostmarkTransport({ token: TOKEN, apiUrl: `http://127.0.0.1:${await closedPort()}` }, FROM);

  await expect(transport.deliver(email)).rejects.toMatchObject({
    permanent: false,
    message: 'Postmark is unreachable: fetch failed',
  });
});

test('a timeout can be retried', async () => {
  postmark.answer('slow@acme.example', 'hang');
  const transport = new PostmarkTransport({ token: TOKEN, apiUrl: postmark.url, timeoutSeconds: 0.1 }, FROM);

  await expect(transport.deliver({ ...email, to: 'slow@acme.example' })).rejects.toMatchObject({
    permanent: false,
    message: expect.stringMatching(/is unreachable: .*timeout/) as string,
  });
});

test('an error does not repeat a token that HTTP does not allow', async () => {
  const transport = new PostmarkTransport({ token: 'secret\u0000token', apiUrl: postmark.url }, FROM);

  await expect(transport.deliver(email)).rejects.toMatchObject({
    permanent: false,
    message: expect.not.stringMatching(/secret/) as string,
  });
});

test('finds an accepted email by its ID, and no other', async () => {
  const transport = new PostmarkTransport({ token: TOKEN, apiUrl: postmark.url }, FROM);
  postmark.answer(email.to, 'lost');
  await expect(transport.deliver(email)).rejects.toMatchObject({ permanent: false, uncertain: true });

  expect(await transport.hasAccepted(email.id)).toBe(true);
  expect(await transport.hasAccepted('019ac3f0-0000-7000-8000-000000000001')).toBe(false);
  expect(postmark.paths.at(-1)).toContain('/messages/outbound?count=1&offset=0&messageStream=outbound');
});

test.each([
  { answer: 'serverError', uncertain: true },
  { answer: 'unavailable', uncertain: true },
  { answer: 'hang', uncertain: true },
  { answer: 'tooMany', uncertain: false },
  { answer: 'wrongToken', uncertain: false },
  { answer: 'inactive', uncertain: false },
] as const)('after $answer, Postmark may have the email: $uncertain', async ({ answer, uncertain }) => {
  const transport = new PostmarkTransport({ token: TOKEN, apiUrl: postmark.url, timeoutSeconds: 0.1 }, FROM);
  postmark.answer('bob@acme.example', answer);

  await expect(transport.deliver({ ...email, to: 'bob@acme.example' })).rejects.toMatchObject({ uncertain });
});

test('keeps a path at the end of the URL', async () => {
  const transport = new PostmarkTransport({ token: TOKEN, apiUrl: `${postmark.url}/mock/` }, FROM);

  await transport.deliver({ ...email, to: 'eve@acme.example' });

  expect(postmark.paths.at(-1)).toBe('/mock/email');
});
