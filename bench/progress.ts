const WIDTH = 30;

/** Shows how far a long task is: as a bar where somebody watches, else as a line at its beginning and its end. */
export class Progress {
  readonly #started = performance.now();
  #done = 0;
  #shown = -1;

  constructor(
    private readonly title: string,
    private readonly total: number,
  ) {
    if (process.stderr.isTTY) this.#show();
    else process.stderr.write(`${title} …\n`);
  }

  /** @param detail what is being done now */
  advance(by: number, detail = ''): void {
    this.#done += by;
    const percent = Math.floor((100 * this.#done) / this.total);
    if (process.stderr.isTTY && (percent !== this.#shown || detail)) this.#show(detail);
    this.#shown = percent;
  }

  end(): void {
    const seconds = `${((performance.now() - this.#started) / 1000).toFixed(1)} s`;
    process.stderr.write(
      process.stderr.isTTY ? `\r\u001B[K${this.title}: ${seconds}\n` : `${this.title}: ${seconds}\n`,
    );
  }

  #show(detail = ''): void {
    const share = Math.min(1, this.#done / this.total);
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
    process.stderr.write(`\r\u001B[K${this.title} ${bar} ${Math.floor(share * 100)} % ${detail}`);
  }
}
