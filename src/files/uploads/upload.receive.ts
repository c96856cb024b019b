import type { IncomingMessage } from 'node:http';
import type { FileStorage } from '../storage/file.storage.ts';
import { incomplete, tooLarge, UploadMeter, UploadProblem } from './upload.meter.ts';

interface Expected {
  id: string;
  bytes: number;
  storage: FileStorage;
}

/** Milliseconds, besides a second for each 64 kB. */
const LEAST_TIME = 20_000;
const SLOWEST = 64_000;

const timeFor = (bytes: number): number => LEAST_TIME + (1_000 * bytes) / SLOWEST;

/**
 * Streams a body to storage. Holds no more of it in memory than the buffers of streams. Returns its SHA-256.
 * @throws UploadProblem if it is not the requested upload; nothing is stored then
 */
export async function receive(request: IncomingMessage, { id, bytes, storage }: Expected): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > bytes) throw tooLarge(bytes);
  const meter = new UploadMeter(bytes).on('error', () => undefined); // storage may listen too late
  const tooSlow = () => meter.destroy(incomplete('The upload took too long.', 408));
  const hungUp = () => {
    if (!request.readableEnded) meter.destroy(incomplete('The upload was interrupted.'));
  };
  const timer = setTimeout(tooSlow, timeFor(bytes));
  request.once('error', hungUp).once('close', hungUp);
  try {
    // Not a pipeline, which would close the connection before it is answered.
    await storage.write(id, request.pipe(meter), bytes);
  } catch (error) {
    throw error instanceof UploadProblem ? error : (meter.errored ?? error);
  } finally {
    clearTimeout(timer);
    request
      .off('error', hungUp)
      .off('close', hungUp)
      .on('error', () => undefined);
    request.unpipe(meter);
  }
  return meter.sha256();
}
