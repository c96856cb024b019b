import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';

// Settings: `PORT`, `DATABASE_URL` and, for floors that read a token, `TOKEN_SECRET`.

/** From the token. */
export interface Caller {
  userId: string;
  resellerId: string;
}

export interface BareRequest {
  /** Without its slash. */
  path: string;
  query: URLSearchParams;
  body: () => Promise<Record<string, string | null>>;
  /** @throws Error if the signature of the token is wrong */
  caller: () => Caller;
}

const { PORT, DATABASE_URL, TOKEN_SECRET = '' } = process.env;

export const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });

/** Serves JSON over node:http alone: `answer` returns its text. /full refuses with 503 and does nothing else. */
export function serveBare(answer: (request: BareRequest) => Promise<string>): void {
  createServer((message, response) => {
    if (message.url === '/full') return void response.writeHead(503, { 'retry-after': '1', 'content-length': 0 }).end();
    const send = (status: number, text: string) => {
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
      response.end(text);
    };
    const { pathname, searchParams } = new URL(message.url ?? '', 'http://127.0.0.1');
    return void answer({
      path: pathname.slice(1),
      query: searchParams,
      body: () => bodyOf(message),
      caller: () => callerOf(message.headers.authorization ?? ''),
    }).then(
      (text) => send(200, text),
      (error: unknown) => send(500, JSON.stringify({ errors: String(error) })),
    );
  }).listen(Number(PORT), '127.0.0.1');
}

async function bodyOf(message: IncomingMessage): Promise<Record<string, string | null>> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string | null>;
}

function callerOf(authorization: string): Caller {
  const [head = '', content = '', signature] = authorization.slice('Bearer '.length).split('.');
  const expected = createHmac('sha256', TOKEN_SECRET).update(`${head}.${content}`).digest('base64url');
  if (signature !== expected) throw new Error('The signature of the token is wrong.');
  const { sub, resellerId } = JSON.parse(Buffer.from(content, 'base64url').toString()) as Record<string, string>;
  return { userId: sub ?? '', resellerId: resellerId ?? '' };
}
