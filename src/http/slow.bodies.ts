import type { IncomingMessage, Server } from 'node:http';
import { isUpload } from '../core/limits/upload.path.ts';

/** Milliseconds. */
const BODY_TIME = 20_000;

/**
 * Answers 408 to a request whose body is not there in time, as Node does. Node has one limit for all requests, which must
 * let uploads pass.
 */
export function refuseSlowBodies(server: Server, milliseconds = BODY_TIME): void {
  // Before the listener that reads the body.
  server.prependListener('request', (request: IncomingMessage) => {
    const { headers, socket } = request;
    const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    if (!hasBody || isUpload(request)) return;
    const timer = setTimeout(() => {
      if (!request.complete) server.emit('clientError', new SlowBody(), socket); // which Fastify answers
    }, milliseconds);
    request.once('close', () => clearTimeout(timer));
  });
}

class SlowBody extends Error {
  readonly code = 'ERR_HTTP_REQUEST_TIMEOUT';

  constructor() {
    super('The body of the request took too long.');
  }
}
