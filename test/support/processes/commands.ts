import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command of the product on a database, as `npm run` does. */
export async function runCommand(script: string, databaseUrl: string, ...options: string[]): Promise<Ran> {
  const args = ['--import', '@oxc-node/core/register', script, ...options];
  const environment = { ...process.env, NODE_ENV: 'test', DATABASE_URL: databaseUrl };
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, args, { env: environment })) };
  } catch (error) {
    const { code, stdout, stderr } = error as Ran;
    return { code, stdout, stderr };
  }
}
