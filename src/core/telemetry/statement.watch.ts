import type { Logger } from 'pino';
import { slowStatements } from './metrics.ts';
import { addStatementSpan } from './spans.ts';
import { currentWork, traceOf, type Work } from './work.ts';

/** Characters of a statement in the log. */
const MAX_TEXT = 4_000;

/** MikroORM writes values into its statements, with each quote doubled. */
const withoutValues = (text: string): string => text.replaceAll(/'(?:[^']|'')*'/g, `'…'`);

interface Ended {
  /** Called only if someone reads it. */
  text: () => string;
  milliseconds: number;
  error?: unknown;
}

/** Learns of each statement, or message of several, that has ended: logs slow ones, and adds spans to traces. */
export class StatementWatch {
  constructor(
    private readonly log: Pick<Logger, 'warn'>,
    /** Milliseconds from which a statement is slow. */
    private readonly slow: number,
  ) {}

  ended(ended: Ended, work: Work | undefined = currentWork.getStore()): void {
    if (ended.milliseconds >= this.slow) this.#report(ended, work);
    if (work?.span) addStatementSpan(work.span, withoutValues(ended.text()), ended.milliseconds, ended.error);
  }

  /** Settles as the answer to a statement that was just sent. */
  async during<Result>(statement: string, answer: Promise<Result>): Promise<Result> {
    const sentAt = performance.now();
    const text = () => statement;
    try {
      const result = await answer;
      this.ended({ text, milliseconds: performance.now() - sentAt });
      return result;
    } catch (error) {
      this.ended({ text, milliseconds: performance.now() - sentAt, error });
      throw error;
    }
  }

  #report({ text, milliseconds }: Ended, work: Work | undefined): void {
    slowStatements.inc();
    const { operation, requestId } = work ?? {};
    const durationMs = Math.round(milliseconds);
    const statement = withoutValues(text()).slice(0, MAX_TEXT);
    this.log.warn({ statement, durationMs, operation, requestId, ...traceOf(work) }, 'slow statement');
  }
}
