import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import { startApp } from './app.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { migrate } from './migrations/migrate.ts';
import { entities } from './schema.ts';

/** Milliseconds in which everything has stopped, or is ended. */
const STOP_WITHIN = 14_000;

/** Milliseconds that a balancer gets to see that we are not ready any more. */
const DRAIN = { development: 0, production: 3_000 };

const config = configOrExit();
const log = pino({
  level: config.logLevel,
  redact: ['*.password', '*.token', '*.authorization', '*.cookie', 'req.headers'],
  ...(process.stdout.isTTY && !config.production ? { transport: { target: 'pino-pretty' } } : {}),
});

const surroundings = await prepare(config);
const app = await startApp({ config, log, ...surroundings });
if (app.url) surroundings.announce(app.url);

const { close } = closeWithGrace({ delay: STOP_WITHIN, logger: log, skip: ['SIGINT', 'SIGTERM'] }, async ({ err }) => {
  if (err) log.fatal({ err }, 'stopping');
  app.drain();
  await new Promise((resolve) => setTimeout(resolve, config.production ? DRAIN.production : DRAIN.development));
  await app.stop();
  await surroundings.stop();
});
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // Under npm Ctrl-C comes twice, from the terminal and from npm: the second is no order to hurry.
    if (!stopping) close();
    stopping = true;
  });
}

/** Finds or starts the database and brings it up to date. */
async function prepare({ database, jwt }: Config) {
  if (database.url && jwt.privateKey) {
    const { url, migrationUrl } = database;
    if (migrationUrl) await migrate({ ownerUrl: migrationUrl, loginUrl: url, entities });
    return { databaseUrl: url, privateKey: jwt.privateKey, announce: () => undefined, stop: async () => undefined };
  }
  const { prepareDevelopment } = await import('./dev/development.ts');
  return prepareDevelopment(config, entities, log);
}

function configOrExit(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`The configuration is not right:\n${error.message}\n`);
    process.exit(1);
  }
}
