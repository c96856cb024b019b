import type { Api } from '../api.ts';
import type { Partner } from './partners.ts';

/** What a feature gives the generated tests: of tenants, of examples, and of statements. */
export interface Samples {
  /** Adds a row to each table of the feature that holds rows of partners. */
  row: (api: Api, reseller: Partner) => Promise<unknown>;
  /**
   * By the name of an example in docs/operations.graphql: variables that stand in for its own, such as ids. Whatever the example
   * lists below one thing, there are so many `rows` of.
   */
  variables: Record<string, (api: Api, reseller: Partner, rows: number) => Promise<Record<string, unknown>>>;
}
