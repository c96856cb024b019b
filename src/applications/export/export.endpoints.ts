import { Readable } from 'node:stream';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyPluginAsync } from 'fastify';
import { currentTime } from '../../core/database/database.clock.ts';
import { databaseProblem } from '../../core/database/database.problem.ts';
import { forkFor } from '../../core/database/tenancy.ts';
import { csvLine } from '../../core/text/csv.ts';
import type { Secrets } from '../../core/secrets/secrets.ts';
import { exportColumns, type ExportedApplication } from './export.columns.ts';
import { EXPORT_PATH, exportedApplications, type Exported } from './export.service.ts';

interface Options {
  orm: MikroORM;
  secrets: Secrets;
}

/** Without it, spreadsheets assume a local encoding. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * `GET /exports/applications?token=…` streams the export of a link. Answers 404 if the link is not valid or has
 * expired, or the requester's session has ended. A failure midway closes the connection.
 */
export const exportEndpoints: FastifyPluginAsync<Options> = async (server, { orm, secrets }) => {
  server.get<{ Querystring: { token?: unknown } }>(EXPORT_PATH, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const em = forkFor(orm, undefined, request.deadline);
    const exported = await exportedApplications({ em, secrets }, { token: String(request.query.token) });
    const first = await exported?.batches.next().catch(refusedToNobody);
    if (!exported || !first) {
      const message = 'This link is not valid or has expired. Request a new one.';
      return reply
        .status(404)
        .send({ errors: [{ message, extensions: { code: 'NOT_FOUND', requestId: request.id } }] });
    }
    const day = currentTime().toISOString().slice(0, 10);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="partner-applications-${day}.csv"`)
      .send(Readable.from(linesOf(first, exported)));
  });
};

/** Reveals no more after a sign-out than for an invalid link. */
function refusedToNobody(error: unknown): undefined {
  if (databaseProblem(error)?.code !== 'UNAUTHENTICATED') throw error;
}

async function* linesOf(
  first: Awaited<ReturnType<Exported['batches']['next']>>,
  { language, batches }: Exported,
): AsyncGenerator<string> {
  const { titles, cellsOf } = exportColumns(language);
  const linesOfBatch = (batch: ExportedApplication[]) => batch.map((each) => csvLine(cellsOf(each))).join('');
  yield BYTE_ORDER_MARK + csvLine(titles);
  if (first.done) return;
  yield linesOfBatch(first.value);
  for await (const batch of batches) yield linesOfBatch(batch);
}
