import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyPluginAsync } from 'fastify';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { currentTime } from '../../core/database/database.clock.ts';
import { asPlatform } from '../../core/database/tenancy.ts';
import { readRows } from '../../core/database/transaction.ts';
import type { Secrets } from '../../core/secrets/secrets.ts';
import type { WebhookEndpoint } from '../../webhooks/webhook-endpoint.entity.ts';
import { liveSecrets } from '../../webhooks/webhook.secret.ts';
import { Page } from './mailbox.view.tsx';
import { sendPage } from './page.answer.ts';

interface WebhooksOptions {
  em: EntityManager;
  secrets: Secrets;
}

/** Requests of all receivers that are kept. */
const KEPT = 100;

const NAME = /^[\w-]{1,40}$/;

/** Receivers that do not work. */
const STATUSES: Readonly<Record<string, number>> = { broken: 500, gone: 410 };

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'";

interface Arrived {
  name: string;
  at: Date;
  id: string;
  type: string;
  body: string;
  isVerified: boolean;
}

/**
 * Receivers of webhooks: `POST /dev/webhooks/<name>` verifies a request as a customer's server does, and the page of the
 * same address shows the last ones. `broken` answers 500, and `gone` 410.
 */
export const webhooksPage: FastifyPluginAsync<WebhooksOptions> = async (server, { em, secrets }) => {
  const arrived: Arrived[] = [];

  await server.register(async (receivers) => {
    // The signature covers the exact text.
    receivers.removeAllContentTypeParsers();
    receivers.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

    receivers.post<{ Params: { name: string }; Body: string }>('/dev/webhooks/:name', async (request, reply) => {
      const { params, headers, body } = request;
      if (!NAME.test(params.name)) return reply.code(404).send();
      const isVerified = isSigned(await secretsAt(em, secrets, params.name), headers, body);
      const id = String(headers['webhook-id']);
      arrived.unshift({ name: params.name, at: currentTime(), id, type: typeIn(body), body, isVerified });
      arrived.length = Math.min(arrived.length, KEPT);
      return reply.code(STATUSES[params.name] ?? 204).send();
    });
  });

  server.get<{ Params: { name: string } }>('/dev/webhooks/:name', (request, reply) => {
    const { name } = request.params;
    return sendPage(reply, POLICY, <Arrivals name={name} arrived={arrived.filter((each) => each.name === name)} />);
  });
};

/** The secrets of all endpoints with this receiver. As the platform, because developers have no session. */
async function secretsAt(em: EntityManager, secrets: Secrets, name: string): Promise<Buffer[]> {
  const found = await readRows(
    asPlatform(em),
    sql<Pick<WebhookEndpoint, 'id' | 'generation'> & { previousUntil: string | null }>`
      select id, generation, previous_until as "previousUntil" from webhook_endpoint
      where url like ${`%/dev/webhooks/${name.replaceAll('_', String.raw`\_`)}`}`,
  );
  return found.flatMap(({ previousUntil, ...endpoint }) =>
    liveSecrets(
      secrets,
      { ...endpoint, previousUntil: previousUntil === null ? null : new Date(previousUntil) },
      currentTime(),
    ),
  );
}

/** By the library that receivers can use. */
const isSigned = (secrets: readonly Buffer[], headers: object, body: string): boolean =>
  secrets.some((secret) => {
    try {
      new Webhook(secret.toString('base64')).verify(body, headers as Record<string, string>);
      return true;
    } catch {
      return false;
    }
  });

function typeIn(body: string): string {
  try {
    return String((JSON.parse(body) as { type?: unknown }).type);
  } catch {
    return '(not JSON)';
  }
}

const Arrivals = ({ name, arrived }: { name: string; arrived: readonly Arrived[] }) => (
  <Page title={`Webhooks at ${name}`} refresh={5}>
    <p>The latest requests to this receiver, newest first.</p>
    {arrived.map(({ at, id, type, body, isVerified }, index) => (
      <section key={index}>
        <h2>{type}</h2>
        <p>
          {at.toISOString()}, {id}:{' '}
          <span className={isVerified ? 'SENT' : 'FAILED'}>{isVerified ? 'verified' : 'not verified'}</span>
        </p>
        <pre>{body}</pre>
      </section>
    ))}
    {arrived.length === 0 && <p>Nothing has arrived yet.</p>}
  </Page>
);
