import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command of the product on a database, as `npm run` does. A migrating one needs the owner's URL too. */
export function runCommand(
  script: string,
  database: string | { loginUrl: string; ownerUrl: string },
  ...options: string[]
): Promise<Ran> {
  const urls =
    typeof database === 'string'
      ? { DATABASE_URL: database }
      : { DATABASE_URL: database.loginUrl, MIGRATION_DATABASE_URL: database.ownerUrl };
  return runCommandWith(urls, script, ...options);
}

/** The same with other settings. */
export async function runCommandWith(
  settings: Record<string, string>,
  script: string,
  ...options: string[]
): Promise<Ran> {
  const args = ['--import', '@oxc-node/core/register', script, ...options];
  const environment = { ...process.env, NODE_ENV: 'test', ...settings };
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, args, { env: environment })) };
  } catch (error) {
    const { code, stdout, stderr } = error as Ran;
    return { code, stdout, stderr };
  }
}
