import { hash } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { Page } from './mailbox.view.tsx';
import { sendPage } from './page.answer.ts';

interface ClientAccessOptions {
  /** CLIENT_APP_SECRET. */
  secret: string;
}

/**
 * The script in the browser. It removes the token from the address bar, exchanges it, shows the user and the client,
 * and ends the access. It never inserts text as HTML.
 */
const SCRIPT = `
  const token = new URLSearchParams(location.hash.slice(1)).get('access_token') ?? '';
  history.replaceState(null, '', location.pathname);
  const show = (text) => { document.querySelector('output').textContent = text; };
  const ask = (what) => fetch('/dev/client-access/' + what, { method: 'POST', body: new URLSearchParams({ token }) });
  const button = document.querySelector('button');
  button.addEventListener('click', async () => {
    button.hidden = true;
    const { ok } = await ask('end');
    show(ok ? 'The access has ended.' : 'The access could not be ended. Try again.');
  });
  const open = async () => {
    const { active, act, sub, exp } = await (await ask('open')).json();
    button.hidden = !active;
    show(active
      ? act.email + ' acts as client ' + sub + ' until ' + new Date(exp * 1000).toLocaleTimeString() + '.'
      : 'This access is no longer valid: it has ended, or its link was already used. Request a new one.');
  };
  if (token) open(); else show('The address contains no token. Open the URL of accessClientAccount.');
`;

const POLICY = `default-src 'none'; style-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; script-src 'sha256-${hash('sha256', SCRIPT, 'base64')}'`;

const page = (
  <Page title="Client application">
    <p>In development, this page stands for the application that your clients use.</p>
    <p>
      <output />
    </p>
    <button type="button" hidden>
      End access
    </button>
    <script dangerouslySetInnerHTML={{ __html: SCRIPT }} />
  </Page>
);

/** A small client application. It calls our endpoints as a real one does: from its server, with its secret. */
export const clientAccessPage: FastifyPluginAsync<ClientAccessOptions> = async (server, { secret }) => {
  const ask = (path: string, form: string) =>
    server.inject({
      method: 'POST',
      url: path,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/x-www-form-urlencoded' },
      payload: form,
    });

  server.get('/dev/client-access', (_request, reply) => sendPage(reply, POLICY, page));

  server.post<{ Body: string }>('/dev/client-access/open', async ({ body }, reply) => {
    const { statusCode, payload } = await ask('/client-access/introspect', `${body}&exchange=true`);
    return reply.status(statusCode).type('application/json').send(payload);
  });

  server.post<{ Body: string }>('/dev/client-access/end', async ({ body }, reply) => {
    const { statusCode } = await ask('/client-access/revoke', body);
    return reply.status(statusCode).send();
  });
};
