import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { SUBMIT, validInput } from '../support/given/applications.ts';
import { ADMIN, postTo } from '../support/api.ts';
import { attributesOf, FakeCollector } from '../support/telemetry/fake-collector.ts';
import { FakePostmark } from '../support/processes/fake-postmark.ts';
import { useProduct, type ProductProcess } from '../support/processes/product.process.ts';

const { start } = useProduct();
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';

let database: TestDatabase;
let collector: FakeCollector;
let postmark: FakePostmark;
let product: ProductProcess;

beforeAll(async () => {
  [database, collector, postmark] = await Promise.all([cloneDatabase(), FakeCollector.start(), FakePostmark.start()]);
  product = await start({
    DATABASE_URL: database.loginUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    POSTMARK_SERVER_TOKEN: 'token',
    POSTMARK_API_URL: postmark.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
  });
}, 120_000);
afterAll(async () => {
  await Promise.all([collector.stop(), postmark.stop()]);
  await database.close();
});

test('a trace goes from HTTP to SQL and to the emails, and holds no personal data', async () => {
  const input = validInput();

  const answer = await postTo(
    product.url,
    { query: SUBMIT, variables: { input } },
    { traceparent: `00-${TRACE}-${CALLER}-01` },
  );

  expect(answer.headers.get('traceresponse')).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`));
  const found = { timeout: 30_000, interval: 100 };
  await vi.waitFor(() => expect(collector.spans.filter(({ name }) => name === 'send email')).toHaveLength(3), found);
  const http = collector.span('POST /graphql');
  expect(http).toMatchObject({ traceId: TRACE, parentSpanId: CALLER });
  expect(http && attributesOf(http)).toMatchObject({
    'http.route': '/graphql',
    'http.response.status_code': 200,
    'reachgenie.operation': 'submitPartnerApplication',
    'reachgenie.outcome': 'ok',
  });
  const operation = collector.span('mutation submitPartnerApplication');
  expect(operation).toMatchObject({ traceId: TRACE, parentSpanId: http?.spanId });
  const statements = collector.spans.filter(({ parentSpanId }) => parentSpanId === operation?.spanId);
  expect(statements.map((span) => attributesOf(span)['db.query.text'])).toContainEqual(
    expect.stringContaining('insert into email_message'),
  );

  const processed = collector.spans.filter(({ name }) => name === 'process email');
  const sent = collector.spans.filter(({ name }) => name === 'send email');
  expect(new Set(sent.map(({ parentSpanId }) => parentSpanId))).toEqual(new Set(processed.map(({ spanId }) => spanId)));
  const traces = processed.flatMap(({ traceId, links = [] }) => [traceId, ...links.map((link) => link.traceId)]);
  expect(traces).toContain(TRACE);

  expect(product.logs.find(({ operation: name }) => name === 'Submit')).toMatchObject({ traceId: TRACE });
  const line = product.logs.find(({ msg }) => msg === 'email sent');
  expect(sent.map(({ traceId }) => traceId)).toContain(line?.['traceId']);
  const all = collector.bodies.join();
  expect(all).toContain('deployment.environment.name');
  for (const personal of [input.contactEmail, 'team@reachgenie.example', 'Hart', 'Bright', '1234567', '127.0.0.1']) {
    expect(all).not.toContain(personal);
  }
}, 60_000);

test('a read is traced on the short way, and a failure has its code', async () => {
  const query = '{ partnerApplications { items { id } } }';
  const admin = await product.signIn();
  await product.ask(admin, query);
  const trace = TRACE.replaceAll('0', '1');
  const traceparent = `00-${trace}-${CALLER}-01`;

  await postTo(product.url, { query }, { traceparent, authorization: `Bearer ${admin.accessToken}` });
  await postTo(product.url, { query }, { traceparent });

  const spans = () => collector.spans.filter(({ traceId }) => traceId === trace);
  const requests = () => spans().filter(({ name }) => name === 'POST /graphql');
  await vi.waitFor(() => expect(requests()).toHaveLength(2), { timeout: 30_000, interval: 100 });
  const outcomes = requests().map((span) => String(attributesOf(span)['reachgenie.outcome']));
  expect(outcomes.toSorted()).toEqual(['UNAUTHENTICATED', 'ok']);
  const texts = spans().map((span) => attributesOf(span)['db.query.text']);
  expect(texts).toContainEqual(expect.stringContaining('from "partner_application"'));
  // The statements of the sign-in.
  expect(collector.bodies.join()).toContain('from \\"user_account\\"');
  expect(collector.bodies.join()).not.toContain(ADMIN.email);
}, 60_000);

test('a collector that is away stops nothing', async () => {
  await collector.stop();

  expect((await product.ask(undefined, '{ __typename }')).data).toEqual({ __typename: 'Query' });

  product.signal('SIGTERM');
  await vi.waitFor(() => expect(product.end).toEqual({ code: 0, signal: null }), 20_000);
  collector = await FakeCollector.start();
}, 60_000);
