import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOf } from '../oracles/documents.ts';
import { freePort } from '../processes/free.port.ts';

export const hasPrometheus = (() => {
  try {
    for (const program of ['prometheus', 'promtool']) execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** The values of a text in the format of Prometheus, by `name{label="value"}`. */
export function samplesOf(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

export const scrape = async (port: number | string): Promise<string> =>
  (await fetch(`http://127.0.0.1:${port}/metrics`)).text();

/** A Prometheus with our rules, which scrapes and judges once a second. Alerts fire without waiting. */
export class Prometheus {
  readonly #folder = mkdtempSync(join(tmpdir(), 'prometheus-'));
  readonly #process: ChildProcess;

  private constructor(
    readonly port: number,
    targets: readonly number[],
  ) {
    writeFileSync(
      join(this.#folder, 'alerts.yml'),
      textOf('ops/prometheus/alerts.yml').replaceAll(/^ *for: .*\n/gm, ''),
    );
    const config = {
      global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
      rule_files: ['alerts.yml'],
      scrape_configs: [
        { job_name: 'reachgenie', static_configs: [{ targets: targets.map((target) => `127.0.0.1:${target}`) }] },
      ],
    };
    writeFileSync(join(this.#folder, 'prometheus.yml'), JSON.stringify(config)); // YAML includes JSON
    const options = [
      `--config.file=${join(this.#folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(this.#folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ];
    this.#process = spawn('prometheus', options, { stdio: 'ignore' });
  }

  /** @param targets ports of the processes to scrape */
  static async start(targets: readonly number[]): Promise<Prometheus> {
    return new Prometheus(await freePort(), targets);
  }

  /** Names of the firing alerts. Empty until it answers. */
  async firing(): Promise<Set<string>> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/api/v1/alerts`).catch(() => undefined);
    if (!answer?.ok) return new Set();
    const { data } = (await answer.json()) as { data: { alerts: { state: string; labels: { alertname: string } }[] } };
    return new Set(data.alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels.alertname));
  }

  /** Number of processes that it has reached. */
  async reached(): Promise<number> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/api/v1/query?query=sum(up)`).catch(() => undefined);
    if (!answer?.ok) return 0;
    const { data } = (await answer.json()) as { data: { result: { value: [number, string] }[] } };
    return Number(data.result[0]?.value[1] ?? 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.kill()) await once(this.#process, 'exit');
    rmSync(this.#folder, { recursive: true });
  }
}
