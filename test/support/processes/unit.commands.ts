import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { textOf } from '../oracles/documents.ts';

/** Runs commands of an API's unit in ops/systemd, as systemd does before a stop or after a start. */
export async function runUnit(kind: 'ExecStop' | 'ExecStartPost', port: number, runFolder: string): Promise<void> {
  const lines = textOf('ops/systemd/reachgenie-api@.service').matchAll(new RegExp(`^${kind}=(.*)$`, 'gm'));
  for (const [, line = ''] of lines) {
    const [program = '', ...words] = line
      .replaceAll('%i', String(port))
      .replaceAll('/run/reachgenie', runFolder)
      .split(' ');
    await promisify(execFile)(program, words);
  }
}
