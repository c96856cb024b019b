import type { IncomingMessage } from 'node:http';

export const UPLOAD_PATH = '/files/upload';

/** Milliseconds that the largest upload may take. */
export const LONGEST_UPLOAD = 30 * 60 * 1_000;

/** Whether the request is an upload of a file. It takes minutes, so it has limits of its own: decision 89. */
export const isUpload = ({ method, url }: Pick<IncomingMessage, 'method' | 'url'>): boolean =>
  method === 'PUT' && url?.split('?', 1)[0] === UPLOAD_PATH;
