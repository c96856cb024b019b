import type { Logger } from 'pino';
import { slowStatements } from './metrics.ts';
import { addStatementSpan } from './spans.ts';
import { currentWork, traceOf, type Work } from './work.ts';

/** Characters of a statement in the log. */
const MAX_TEXT = 4_000;

/** MikroORM writes values into its statements, with each quote doubled. */
const withoutValues = (text: string): string => text.replaceAll(/'(?:[^']|'')*'/g, `'…'`);

/** Learns of each statement, or message of several, that has ended: logs slow ones, and adds spans to traces. */
export class StatementWatch {
  constructor(
    private readonly log: Pick<Logger, 'warn'>,
    /** Milliseconds from which a statement is slow. */
    private readonly slow: number,
  ) {}

  /** @param textOf is called only if someone reads it */
  ended(milliseconds: number, error: unknown, work: Work | undefined, textOf: () => string): void {
    if (milliseconds >= this.slow) this.#report(milliseconds, work, textOf());
    if (work?.span) addStatementSpan(work.span, withoutValues(textOf()), milliseconds, error);
  }

  /** Settles as the answer to a statement that was just sent. */
  async during<Result>(statement: string, answer: Promise<Result>): Promise<Result> {
    const sentAt = performance.now();
    const ended = (error?: unknown) =>
      this.ended(performance.now() - sentAt, error, currentWork.getStore(), () => statement);
    try {
      const result = await answer;
      ended();
      return result;
    } catch (error) {
      ended(error);
      throw error;
    }
  }

  #report(milliseconds: number, work: Work | undefined, text: string): void {
    slowStatements.inc();
    const { operation, requestId } = work ?? {};
    const durationMs = Math.round(milliseconds);
    const statement = withoutValues(text).slice(0, MAX_TEXT);
    this.log.warn({ statement, durationMs, operation, requestId, ...traceOf(work) }, 'slow statement');
  }
}
