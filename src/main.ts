import { setSourceMapsSupport } from 'node:module';
import closeWithGrace from 'close-with-grace';
import { pino, type Logger } from 'pino';
import { ConfigError, readConfig, type Config } from './config.ts';
import { LOG_OPTIONS } from './core/context/log.options.ts';
import { LogOutput } from './core/context/log.output.ts';
import { currentWork, traceOf } from './core/telemetry/work.ts';

// Maps our stack traces to the sources. The many maps of packages would only cost time.
setSourceMapsSupport(true, { nodeModules: false });

/** Milliseconds until a stop is forced. */
const STOP_WITHIN = 14_000;

/** Milliseconds for load balancers to notice that the process is no longer ready. */
const DRAIN = { development: 0, production: 3_000 };

const config = configOrExit();
const output = new LogOutput(process.stdout.fd);
const log = openLog();

const { surroundings, app } = await start().catch((error: unknown) => {
  log.fatal({ err: error }, `could not start: ${error instanceof Error ? hintFor(error) : String(error)}`);
  process.exit(1);
});
if (app.url) output.write(surroundings.announcement());

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
    // npm repeats Ctrl-C. The second signal must not force the stop.
    if (!stopping) close();
    stopping = true;
  });
}

function openLog(): Logger {
  const mixin = () => traceOf(currentWork.getStore());
  const options = { ...LOG_OPTIONS, level: config.logLevel, ...(config.traces ? { mixin } : {}) };
  if (process.stdout.isTTY && !config.production) return pino({ ...options, transport: { target: 'pino-pretty' } });
  process.on('exit', () => output.flushSync());
  const opened = pino(options, output);
  output.reportDropped = (dropped) => opened.error({ dropped }, 'log lines dropped: the log could not be written');
  return opened;
}

async function start() {
  const found = await prepare(config);
  const { startApp } = await loadApp();
  return { surroundings: found, app: await startApp({ config, log, droppedLines: () => output.dropped, ...found }) };
}

/** Loads in parallel with the start of a database. */
async function loadApp() {
  return import('./app.ts');
}

/** Returns advice for common start errors. */
function hintFor(error: Error): string {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE' && 'port' in error) {
    const { port } = error;
    const name = port === config.metricsPort ? 'METRICS_PORT' : config.api ? 'PORT' : 'PROBE_PORT';
    return `port ${String(port)} is in use; set ${name} to another one`;
  }
  if (code === 'ECONNREFUSED') return 'the database does not answer; check DATABASE_URL';
  // pg-boss gives these errors no code.
  if (/pg-boss (is not installed|database requires migrations)/.test(error.message)) {
    return 'the database is not migrated; run npm run migrate, or node dist/migrations/migrate.command.js';
  }
  return error.message;
}

/** Finds or starts the database, and migrates it. */
async function prepare({ database, jwt, secretsKeys }: Config) {
  if (database.url && jwt.privateKey && secretsKeys) {
    const { url, migrationUrl } = database;
    const prepareDatabase = async () => {
      if (!migrationUrl) return;
      const { migrate } = await import('./migrations/migrate.ts');
      await migrate({ ownerUrl: migrationUrl, loginUrl: url, report: (line) => log.info(line) });
    };
    return {
      databaseUrl: url,
      privateKey: jwt.privateKey,
      secretsKeys,
      prepareDatabase,
      announcement: () => '',
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
    process.stderr.write(`Invalid configuration:\n${error.message}\n`);
    process.exit(1);
  }
}
