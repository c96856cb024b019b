import { Readable } from 'node:stream';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyPluginAsync } from 'fastify';
import { currentTime } from '../core/database/database.clock.ts';
import { databaseProblem } from '../core/database/database.problem.ts';
import { forkFor } from '../core/database/tenancy.ts';
import type { Secrets } from '../core/secrets/secrets.ts';
import { csvLine } from '../core/text/csv.ts';
import type { Columns, ExportKind, StoredExport } from './export.kind.ts';
import { openLink } from './export.link.ts';

interface Options {
  orm: MikroORM;
  secrets: Secrets;
}

/** Without it, spreadsheets assume a local encoding. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * `GET /exports/…?token=…` streams the export of a link. Answers 404 if the link is not valid or has expired, or the
 * requester's session has ended. A failure midway closes the connection.
 */
export const exportEndpoint =
  <Stored extends StoredExport, Item>({ orm, secrets }: Options, kind: ExportKind<Stored, Item>): FastifyPluginAsync =>
  async (server) => {
    server.get<{ Querystring: { token?: unknown } }>(kind.path, async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      const em = forkFor(orm, undefined, request.deadline);
      const opened = await openLink({ em, secrets }, kind, String(request.query.token));
      const batches = opened && kind.read(opened.viewer, opened.stored);
      const first = await batches?.next().catch(refusedToNobody);
      if (!opened || !batches || !first) {
        const message = 'This link is not valid or has expired. Request a new one.';
        return reply
          .status(404)
          .send({ errors: [{ message, extensions: { code: 'NOT_FOUND', requestId: request.id } }] });
      }
      const day = currentTime().toISOString().slice(0, 10);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${kind.file}-${day}.csv"`)
        .send(Readable.from(linesOf(kind.columns(opened.stored), first, batches)));
    });
  };

/** Reveals no more after a sign-out than for an invalid link. */
function refusedToNobody(error: unknown): undefined {
  if (databaseProblem(error)?.code !== 'UNAUTHENTICATED') throw error;
}

async function* linesOf<Item>(
  { titles, cellsOf }: Columns<Item>,
  first: IteratorResult<Item[]>,
  batches: AsyncGenerator<Item[]>,
): AsyncGenerator<string> {
  const linesOfBatch = (batch: Item[]) => batch.map((each) => csvLine(cellsOf(each))).join('');
  yield BYTE_ORDER_MARK + csvLine(titles);
  if (first.done) return;
  yield linesOfBatch(first.value);
  for await (const batch of batches) yield linesOfBatch(batch);
}
