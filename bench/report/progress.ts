const WIDTH = 30;

/** A progress bar, shown on a terminal only. */
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

  /** Removes the bar. Returns the seconds since the start. */
  end(): number {
    if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
    return (performance.now() - this.started) / 1_000;
  }
}
