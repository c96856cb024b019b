import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';

const HOUR = 60 * 60 * 1_000;

/** Values with which a commit waits for no standby. */
const WAITS_FOR_NONE = ['off', 'local'];

interface Settings {
  standbys: string;
  commit: string;
}

/**
 * Warns now and every hour if commits wait for no standby, so that a failover can lose them. Any role can read these
 * settings, but not the state of the standbys. Returns how to stop that.
 */
export function watchStandby(em: EntityManager, log: Logger): () => Promise<void> {
  const check = () =>
    warnIfNone(em.fork(), log).catch((error: unknown) =>
      log.warn({ err: error }, 'synchronous standbys not checked, retrying in an hour'),
    );
  let checking = check();
  const timer = setInterval(() => void (checking = check()), HOUR);
  return async () => {
    clearInterval(timer);
    await checking;
  };
}

async function warnIfNone(em: EntityManager, log: Logger): Promise<void> {
  const [settings] = await em.execute<Settings[]>(`select
    current_setting('synchronous_standby_names') as standbys, current_setting('synchronous_commit') as commit`);
  if (!settings || (settings.standbys !== '' && !WAITS_FOR_NONE.includes(settings.commit))) return;
  log.warn(
    { synchronous_standby_names: settings.standbys, synchronous_commit: settings.commit },
    'a failover can lose acknowledged changes: commits wait for no standby',
  );
}
