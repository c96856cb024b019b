import type { MikroORM } from '@mikro-orm/postgresql';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { readById } from '../../core/database/row.query.ts';
import { asPlatform, forkFor } from '../../core/database/tenancy.ts';
import type { Secrets } from '../../core/secrets/secrets.ts';
import { FilePurpose, FileState } from '../file.enums.ts';
import type { FileStorage } from '../storage/file.storage.ts';
import { StoredFile } from '../stored-file.entity.ts';
import { dispositionOf } from './disposition.ts';
import { openFileLink } from './link.opening.ts';

interface Options {
  orm: MikroORM;
  secrets: Secrets;
  storage: FileStorage;
}

/** A browser never runs a file as a page. All answers forbid it to guess another type. */
const INERT = { 'content-security-policy': "sandbox; default-src 'none'" };

/**
 * `GET /files/:id?token=…` downloads the file of a link: see fileLink. Answers 404 if the link is not valid or has
 * expired, its requester's session has ended, or the requester may no longer have the file.
 */
export const downloadEndpoint =
  ({ orm, secrets, storage }: Options): FastifyPluginAsync =>
  async (server) => {
    server.get<{ Params: { id: string }; Querystring: { token?: unknown } }>('/files/:id', async (request, reply) => {
      void reply.headers({ ...INERT, 'cache-control': 'no-store' });
      const em = forkFor(orm, undefined, request.deadline);
      const file = await openFileLink({ em, secrets }, String(request.query.token));
      if (!file || file.id !== request.params.id.toLowerCase()) return missing(request, reply);
      const presentation = { contentType: file.contentType, disposition: dispositionOf(file.name, file.contentType) };
      const elsewhere = await storage.linkTo?.(file.id, presentation);
      if (elsewhere !== undefined) return reply.redirect(elsewhere, 302);
      const content = await storage.read(file.id);
      return reply
        .type(presentation.contentType)
        .header('content-disposition', presentation.disposition)
        .header('content-length', file.bytes)
        .send(content);
    });
  };

/** `GET /brand/<file ID>.png` shows a logo in use to everyone, also in emails. */
export const brandEndpoint =
  ({ orm, storage }: Options): FastifyPluginAsync =>
  async (server) => {
    server.get<{ Params: { name: string } }>('/brand/:name', async (request, reply) => {
      const [, id = ''] = /^([\da-f-]{36})\.png$/.exec(request.params.name) ?? [];
      // As the platform, because logos are public.
      const file = await readById(asPlatform(forkFor(orm, undefined, request.deadline)), StoredFile, id);
      void reply.headers({ ...INERT, 'cross-origin-resource-policy': 'cross-origin' });
      if (!file?.claimedAt || file.purpose !== FilePurpose.LOGO || file.state !== FileState.READY) {
        return missing(request, reply.header('cache-control', 'no-store'));
      }
      return reply
        .type('image/png')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('content-length', file.bytes)
        .send(await storage.read(file.id));
    });
  };

function missing({ id: requestId }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const message = 'This link is not valid or has expired. Request a new one.';
  return reply.status(404).send({ errors: [{ message, extensions: { code: 'NOT_FOUND', requestId } }] });
}
