import { afterAll, beforeAll, vi } from 'vitest';
import { replicaStates } from '../../../src/core/database/replicas/replica.reads.ts';
import type { App } from '../../../src/app.ts';
import { ADMIN, postTo, signIn, useApi, type Actor, type Answer, type Api } from '../api.ts';
import { canReplicate, useReplicatedDatabase } from './replicated.database.ts';

/** Starts the application on a primary and a replica, from the first test to the last. */
export function useReplicatedApi(environment: Record<string, string> = {}) {
  const embedded = useApi();
  const database = useReplicatedDatabase();
  const api = {} as Api;

  beforeAll(async () => {
    if (!canReplicate) return;
    const app = await embedded.startAnother({ ...database.environment, ...environment });
    const url = app.url ?? '';
    Object.assign(api, embedded, { app, url, rows: database.rows });
    api.post = (body, headers) => postTo(url, body, headers);
    api.ask = async <Data>(actor: Actor | undefined, query: string, variables?: object) => {
      const headers = actor ? { authorization: `Bearer ${actor.accessToken}` } : {};
      return (await (await api.post({ query, variables }, headers)).json()) as Answer<Data>;
    };
    api.admin = await signIn(api, ADMIN);
    await isInUse(app);
  });
  afterAll(() => (canReplicate ? api.app.stop() : undefined));

  return { embedded, database, api };
}

/** Waits until the replica of an app is in use. */
export const isInUse = (app: App) =>
  vi.waitUntil(() => replicaStates(app.orm).some(({ inUse }) => inUse), { timeout: 15_000 });
