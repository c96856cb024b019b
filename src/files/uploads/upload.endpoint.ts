import type { IncomingMessage } from 'node:http';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyBaseLogger, FastifyPluginAsync } from 'fastify';
import { unavailable } from '../../core/context/domain.error.ts';
import { UPLOAD_PATH } from '../../core/limits/upload.path.ts';
import { linkedId } from '../../core/secrets/mailed.link.ts';
import type { Secrets } from '../../core/secrets/secrets.ts';
import { FileState } from '../file.enums.ts';
import { UPLOAD } from '../file.service.ts';
import type { FileStorage } from '../storage/file.storage.ts';
import { receive } from './upload.receive.ts';
import { beginUpload, finishUpload, refuseUpload } from './upload.steps.ts';
import { UploadProblem } from './upload.meter.ts';

interface Options {
  orm: MikroORM;
  secrets: Secrets;
  storage: FileStorage;
  log: FastifyBaseLogger;
}

/** At a time, in a process. They take no slot of other requests. */
const MOST_UPLOADS = 32;

/** Milliseconds in which a refused upload's bytes are still taken. */
const LINGERING = 2_000;

/**
 * `PUT /files/upload?token=…` takes the bytes of a requested upload: once, as many as requested, in at most 20 seconds
 * and one more for each 64 kB. Answers 404 unless the link is valid and unused, 413 for more bytes, 400 for fewer, and 408
 * if they take too long.
 */
export const uploadEndpoint =
  ({ orm, secrets, storage, log }: Options): FastifyPluginAsync =>
  async (server) => {
    let running = 0;
    // The body stays a stream, whatever its type.
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', (_request, body, done) => done(null, body));

    server.put<{ Querystring: { token?: unknown } }>(UPLOAD_PATH, async (request, reply) => {
      const refuse = (status: number, message: string, code = 'BAD_REQUEST') => {
        linger(request.raw);
        return reply.status(status).send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
      };
      const missing = () => refuse(404, 'This link is not valid or has expired. Request a new one.', 'NOT_FOUND');
      void reply.header('cache-control', 'no-store');
      const id = linkedId(secrets, UPLOAD, String(request.query.token));
      if (id === undefined) return missing();
      if (running >= MOST_UPLOADS) {
        linger(request.raw);
        throw unavailable();
      }
      running++;
      try {
        const caller = request.headers.authorization === undefined ? undefined : await request.caller();
        const begun = await beginUpload(orm, id, caller?.userId);
        const sha256 = begun && (await receive(request.raw, { id, bytes: begun.bytes, storage }));
        const isDone = sha256 !== undefined && (await finishUpload(orm, id, sha256));
        return await (isDone ? reply.send({ id, state: FileState.CHECKING, sha256 }) : missing());
      } catch (error) {
        if (!(error instanceof UploadProblem)) throw error;
        await refuseUpload(orm, id, error.refusal);
        log.warn({ event: 'upload_refused', fileId: id, refusal: error.refusal }, 'upload refused');
        return await refuse(error.status, error.message);
      } finally {
        running--;
      }
    });
  };

/** Clients that still send see an answer only if their bytes are taken, so take them for a moment. */
function linger(request: IncomingMessage): void {
  request.resume();
  setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, LINGERING).unref();
}
