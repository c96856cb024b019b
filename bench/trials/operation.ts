import type { Sample } from '../product/sample.ts';

/** One kind of request. */
export interface Operation {
  /** For `--only`. */
  name: string;
  /** For the tables. */
  title: string;
  document: string;
  /** Variables of the request with this index. `{{number}}` in a text becomes a unique number. */
  variables: (sample: Sample, index: number) => object;
  /** The caller; anonymous by default. Resellers take turns by the request's index. */
  as?: 'admin' | 'reseller';
  /** Bytes. A shorter answer is wrong. */
  answersAtLeast: number;
}
