import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';
import { clockDifference } from '../../core/database/database.clock.ts';
import type { OwnConnection } from '../../core/database/own.connection.ts';
import type { Figure } from '../../core/telemetry/figure.ts';

interface Row {
  name: string;
  label: string | null;
  value: number;
}

interface DatabaseGaugesOptions {
  register: Registry;
  /** Not of the pool, so that figures neither wait for requests nor delay them. */
  connection: OwnConnection;
  figures: readonly Figure[];
  log: Pick<Logger, 'warn'>;
}

/** One statement for all figures, and the clock. */
export function figuresQuery(figures: readonly Figure[]): string {
  const selects = figures.map(
    ({ name, query }) => `select '${name}', label::text, value::float8 from (${query}) as figure`,
  );
  const clock = `select 'clock' as name, null as label, date_part('epoch', clock_timestamp()) as value`;
  return [clock, ...selects].join(' union all ');
}

/** The gauges that one statement reads from the database. A failed read leaves the other metrics as they are. */
export class DatabaseGauges {
  readonly #connection: OwnConnection;
  readonly #log: Pick<Logger, 'warn'>;
  readonly #query: string;
  readonly #gauges = new Map<string, Gauge>();
  readonly #labelled: Gauge[] = [];
  readonly #plain: Gauge[] = [];
  readonly #up: Gauge;
  readonly #clock: Gauge;

  constructor({ register, connection, figures, log }: DatabaseGaugesOptions) {
    this.#connection = connection;
    this.#log = log;
    this.#query = figuresQuery(figures);
    const registers = [register];
    for (const { name, help, label } of figures) {
      const gauge = new Gauge({ name, help, labelNames: label === undefined ? [] : [label], registers });
      this.#gauges.set(name, gauge);
      (label === undefined ? this.#plain : this.#labelled).push(gauge);
    }
    this.#up = new Gauge({
      name: 'reachgenie_database_figures_up',
      help: '0 if the figures of the database could not be read.',
      registers,
    });
    this.#clock = new Gauge({
      name: 'reachgenie_clock_offset_seconds',
      help: 'Seconds that the clock of the process is ahead of that of PostgreSQL, at least.',
      registers,
    });
    this.#plain.push(this.#clock);
  }

  /** Reads all figures. Those that cannot be read have no value. */
  async refresh(): Promise<void> {
    this.#forget();
    try {
      const sent = Date.now();
      const rows = await this.#connection.rows<Row>(this.#query);
      this.#set(rows, sent);
      this.#up.set(1);
    } catch (error) {
      this.#up.set(0);
      this.#log.warn({ err: error }, 'figures of the database not read');
    }
  }

  /** A gauge without labels would be 0 after a reset. */
  #forget(): void {
    for (const gauge of this.#labelled) gauge.reset();
    for (const gauge of this.#plain) gauge.remove();
  }

  #set(rows: readonly Row[], sent: number): void {
    for (const { name, label, value } of rows) {
      const gauge = this.#gauges.get(name);
      if (!gauge) this.#clock.set(clockDifference({ sent, there: value * 1_000, received: Date.now() }) / 1_000);
      else if (label === null) gauge.set(value);
      else gauge.labels(label).set(value);
    }
  }
}
