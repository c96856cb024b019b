import { CompanySize } from '../../src/applications/application.enums.ts';
import type { DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import { requestsOf, type Contender } from '../load/contender.ts';
import type { Sample } from '../product/sample.ts';
import { startProgram } from './program.ts';

/** Starts the floor of submissions on the product's tables. It only serves `submit`, and refuses at /full. */
export async function startSubmissionFloor(
  { ownerUrl }: DatabaseUrls,
  sample: Sample,
): Promise<{ contender: Contender; stop: () => Promise<void> }> {
  const { stop, ...server } = await startProgram('floors/submission.floor.ts', { DATABASE_URL: ownerUrl });
  const requestsFor: Contender['requestsFor'] = ({ name, variables }) =>
    name === 'submit'
      ? requestsOf((index) => {
          const { input } = variables(sample, index) as { input: object };
          return { method: 'POST', path: '/', body: JSON.stringify({ ...input, companySize: CompanySize.SIZE_11_50 }) };
        })
      : undefined;
  return { contender: { ...server, name: 'floor (one statement)', duties: [], requestsFor }, stop };
}
