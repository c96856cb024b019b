import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { v7 as uuid } from 'uuid';
import type { Config } from '../../config.ts';
import { currentTime } from '../../core/database/database.clock.ts';
import { isSameSecret } from '../../core/secrets/secret.comparison.ts';
import { signatureOf } from '../../provisioning/callback/callback.signature.ts';
import { sendPage } from './page.answer.ts';
import { externalIdOf, MODES, ProductState, type Account, type Mode } from './product.state.ts';
import { ProductView } from './product.view.tsx';

interface ProductPageOptions {
  product: NonNullable<Config['product']>;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'";

/** Milliseconds from taking an account to the callback. */
const CALLS_BACK_AFTER = 2_000;

/** A small product. Our worker calls it over HTTP, and it calls back, as the real one. */
export const productPage: FastifyPluginAsync<ProductPageOptions> = async (server, { product }) => {
  const state = new ProductState();
  const timers = new Set<NodeJS.Timeout>();
  server.addHook('onClose', async () => timers.forEach((timer) => clearTimeout(timer)));

  const applyLater = (account: Account) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      state.store(account);
      void callBack(server, account, product.callbackSecrets[0] ?? '');
    }, CALLS_BACK_AFTER);
    timers.add(timer);
  };

  server.get('/dev/product', (_request, reply) => sendPage(reply, POLICY, <ProductView state={state} />));

  server.post<{ Body: string }>('/dev/product/mode', async ({ body }, reply) => {
    const mode = new URLSearchParams(body).get('mode') as Mode;
    if (MODES.includes(mode)) state.mode = mode;
    return reply.redirect('/dev/product', 303);
  });

  await server.register(async (api) => {
    api.addHook('onRequest', async ({ headers }, reply) => {
      if (isSameSecret(`Bearer ${product.token}`, headers.authorization ?? '')) return undefined;
      return reply.status(401).send({ error: 'The token is not valid.' });
    });
    api.get<Named>('/dev/product/accounts/:clientId', async ({ params }, reply) => {
      const { status, body } = state.get(params.clientId);
      return reply.status(status).send(body);
    });
    api.put<Named & { Body: Record<string, unknown> }>('/dev/product/accounts/:clientId', async (request, reply) => {
      const { clientId } = request.params;
      const account = { clientId, version: Number(request.body['version']), state: request.body, at: currentTime() };
      const { status, body } = state.put(account, applyLater);
      return reply.status(status).send(body);
    });
  });
};

interface Named {
  Params: { clientId: string };
}

async function callBack(server: FastifyInstance, { clientId, version }: Account, secret: string): Promise<void> {
  const id = `msg_${uuid()}`;
  const timestamp = String(Math.floor(currentTime().getTime() / 1_000));
  const data = { clientId, version, externalId: externalIdOf(clientId) };
  const body = JSON.stringify({ type: 'account.applied', timestamp: currentTime(), data });
  await server.inject({
    method: 'POST',
    url: '/provisioning/callback',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatureOf({ id, timestamp, body }, secret),
    },
    payload: body,
  });
}
