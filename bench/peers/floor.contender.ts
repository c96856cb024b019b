import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { CompanySize } from '../../src/applications/application.enums.ts';
import type { DatabaseUrls } from '../../src/dev/development.database.ts';
import { requestsOf, type Contender } from '../load/contender.ts';
import { becomesReady, endsWithUs, freePort } from '../product/product.ts';
import type { Sample } from '../product/sample.ts';

/** Starts floor.ts on the product's own database. It has one operation: to submit; beside that it only refuses, at /full. */
export async function startFloor(
  { ownerUrl }: DatabaseUrls,
  sample: Sample,
): Promise<{ contender: Contender; stop: () => Promise<void> }> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'floor.ts')], {
    env: { NODE_ENV: 'production', PORT: String(port), DATABASE_URL: ownerUrl },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stop = endsWithUs(child);
  await becomesReady(child, `http://127.0.0.1:${port}/`);
  const requestsFor: Contender['requestsFor'] = (operation) =>
    operation.name === 'submit'
      ? requestsOf((index) => {
          const { input } = operation.variables(sample, index) as { input: object };
          return { method: 'POST', path: '/', body: JSON.stringify({ ...input, companySize: CompanySize.SIZE_11_50 }) };
        })
      : undefined;
  return { contender: { name: 'floor (one statement)', pid: child.pid ?? 0, port, requestsFor }, stop };
}
