const WIDTH = 30;

/** Shows how far a long task is, as a bar; only where somebody watches. */
export class Progress {
  private readonly started = performance.now();
  private done = 0;
  private shown = -1;

  constructor(
    private readonly title: string,
    private readonly total: number,
  ) {
    this.advance(0);
  }

  advance(by: number): void {
    this.done += by;
    const percent = Math.floor((100 * this.done) / this.total);
    if (!process.stderr.isTTY || percent === this.shown) return;
    this.shown = percent;
    const bar = '█'.repeat(Math.round((percent / 100) * WIDTH)).padEnd(WIDTH, '░');
    process.stderr.write(`\r\u001B[K${this.title} ${bar} ${percent} %`);
  }

  /** Removes the bar. Answers how many seconds it took. */
  end(): number {
    if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
    return (performance.now() - this.started) / 1_000;
  }
}
