/** A gauge that is read from the database for each scrape of the metrics, as the platform. */
export interface Figure {
  readonly name: string;
  readonly help: string;
  /** Name of its label, if it has one. */
  readonly label?: string;
  /** Selects rows of `label` (a text) and `value`. Must stay cheap: use an index, and limit what is counted. */
  readonly query: string;
}

/** Counts are exact up to this number. */
const MOST = 10_000;

/** An expression that counts rows in bounded time. */
export const boundedCount = (from: string): string =>
  `(select count(*) from (select ${from} limit ${MOST}) as counted)`;
