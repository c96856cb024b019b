import { setSourceMapsSupport } from 'node:module';
import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import { ConfigError, readConfig, type Config } from './config.ts';
import { LOG_OPTIONS } from './core/context/log.options.ts';

// Stacks name our sources. The maps of packages are many, and nobody asks for them.
setSourceMapsSupport(true, { nodeModules: false });

/** Milliseconds in which everything has stopped, or is ended. */
const STOP_WITHIN = 14_000;

/** Milliseconds that a balancer gets to see that we are not ready any more. */
const DRAIN = { development: 0, production: 3_000 };

const config = configOrExit();
const log = pino({
  ...LOG_OPTIONS,
  level: config.logLevel,
  ...(process.stdout.isTTY && !config.production ? { transport: { target: 'pino-pretty' } } : {}),
});

const { surroundings, app } = await start().catch((error: unknown) => {
  log.fatal({ err: error }, `could not start: ${error instanceof Error ? hintFor(error) : String(error)}`);
  process.exit(1);
});
if (app.url) surroundings.announce();

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

async function start() {
  const found = await prepare(config);
  const { startApp } = await loadApp();
  return { surroundings: found, app: await startApp({ config, log, ...found }) };
}

/** Half of a start, which a database that starts need not wait for. */
async function loadApp() {
  return import('./app.ts');
}

/** What to do about what most often stands against a start. */
function hintFor(error: Error): string {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `the port ${config.port} is taken; set PORT to another one`;
  if (code === 'ECONNREFUSED') return 'the database does not answer; look at DATABASE_URL';
  if (error.message.includes('pg-boss is not installed')) {
    return 'the database is not migrated; set MIGRATION_DATABASE_URL for one start';
  }
  return error.message;
}

/** Finds or starts the database and brings it up to date. */
async function prepare({ database, jwt, secretsKeys }: Config) {
  if (database.url && jwt.privateKey && secretsKeys) {
    const { url, migrationUrl } = database;
    const prepareDatabase = async () => {
      if (!migrationUrl) return;
      const { migrate } = await import('./migrations/migrate.ts');
      await migrate({ ownerUrl: migrationUrl, loginUrl: url });
    };
    return {
      databaseUrl: url,
      privateKey: jwt.privateKey,
      secretsKeys,
      prepareDatabase,
      announce: () => undefined,
      stop: async () => undefined,
    };
  }
  const { prepareDevelopment } = await import('./dev/development.ts');
  return prepareDevelopment(config, log, loadApp);
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
