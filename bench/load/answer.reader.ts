const HEAD_END = '\r\n\r\n';
const LAST_CHUNK = Buffer.from('0\r\n\r\n');
const LENGTH = /\r\ncontent-length: *(\d+)/i;

/** Receives each answer: its HTTP status, whether it has GraphQL errors, and its text on demand. */
type Listener = (status: number, hasErrors: boolean, text: () => string) => void;

/** Finds the ends of HTTP/1.1 responses, one at a time per connection, with minimal parsing. */
export class AnswerReader {
  #chunks: Buffer[] = [];
  #received = 0;
  /** Bytes of the whole answer. Undefined until its head is complete, infinite if it comes in chunks. */
  #length: number | undefined;
  #status = 0;
  readonly #listener: Listener;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  read(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#received += chunk.length;
    if (this.#length === undefined && !this.#readHead()) return;
    const isWhole =
      this.#length === Infinity
        ? this.#last(LAST_CHUNK.length).equals(LAST_CHUNK)
        : this.#received >= (this.#length ?? 0);
    if (!isWhole) return;
    const answer = this.#whole();
    this.reset();
    this.#listener(this.#status, answer.includes('"errors":'), () => answer.toString());
  }

  /** Drops an incomplete answer. */
  reset(): void {
    this.#chunks = [];
    this.#received = 0;
    this.#length = undefined;
  }

  #readHead(): boolean {
    const start = this.#whole();
    const end = start.indexOf(HEAD_END);
    if (end < 0) return false;
    const head = start.toString('latin1', 0, end);
    const [, length] = LENGTH.exec(head) ?? [];
    this.#status = Number(head.slice(9, 12));
    this.#length = length === undefined ? Infinity : end + HEAD_END.length + Number(length);
    return true;
  }

  #last(bytes: number): Buffer {
    return this.#whole().subarray(-bytes);
  }

  #whole(): Buffer {
    const [first] = this.#chunks;
    if (first && this.#chunks.length === 1) return first;
    const whole = Buffer.concat(this.#chunks);
    this.#chunks = [whole];
    return whole;
  }
}
