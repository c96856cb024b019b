import { ApiError } from '../api/api.error.ts';
import { ask } from '../api/ask.ts';
import { FileState, type FilePurpose, type FileRefusal } from '../generated/enums.ts';
import { typeOf } from './upload.types.ts';
import { RequestUploadDocument, UploadedFileDocument } from '../generated/files/graphql.ts';

export interface Uploaded {
  id: string;
  name: string;
  /** Why the check refused it. Null if it is ready. */
  refusal: FileRefusal | null;
}

interface Sending {
  purpose: FilePurpose;
  file: File;
  signal: AbortSignal;
  /** From 0 to 1. */
  onProgress: (share: number) => void;
}

/** Milliseconds between questions whether the check is done. */
const POLLING = 1_000;

/** Uploads a file, and waits for its check. Throws ApiError. */
export async function upload({ purpose, file, signal, onProgress }: Sending): Promise<Uploaded> {
  const input = { purpose, name: file.name, contentType: typeOf(file), bytes: file.size };
  const { requestUpload } = await ask(RequestUploadDocument, { input }, signal);
  const { pathname, search } = new URL(requestUpload.url); // same origin, whatever its name
  await put(pathname + search, { file, signal, onProgress });
  return checked(requestUpload.file.id, signal);
}

/** By XMLHttpRequest, because fetch tells no progress. A refusal of the bytes shows in the file's state. */
function put(url: string, { file, signal, onProgress }: Omit<Sending, 'purpose'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total));
    request.addEventListener('load', () => {
      const { status } = request;
      if (status < 500 && status !== 404) resolve();
      else
        reject(
          status === 404 ? ApiError.unanswered('TIMEOUT', status) : ApiError.ofStatus(new Response(null, { status })),
        );
    });
    request.addEventListener('error', () => reject(ApiError.unanswered('UNREACHABLE', undefined)));
    request.addEventListener('abort', () => reject(signal.reason));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

async function checked(id: string, signal: AbortSignal): Promise<Uploaded> {
  for (;;) {
    const { file } = await ask(UploadedFileDocument, { id }, signal);
    if (!file) throw ApiError.unanswered('TIMEOUT', undefined);
    if (file.state === FileState.Ready) return { id, name: file.name, refusal: null };
    if (file.state === FileState.Refused) return { id, name: file.name, refusal: file.refusal ?? null };
    await new Promise((resolve) => setTimeout(resolve, POLLING));
    signal.throwIfAborted();
  }
}
