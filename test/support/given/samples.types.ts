import type { Api } from '../api.ts';
import type { Partner } from './partners.ts';

/** Parts of a feature for the generated tests about tenants, examples, statements and versions. */
export interface Samples {
  /** Adds a row to each tenant table of the feature. */
  row: (api: Api, reseller: Partner) => Promise<unknown>;
  /**
   * Variables, such as IDs, for an example in docs/operations.graphql, by its name. Each list within the example has
   * `rows` items.
   */
  variables: Record<string, (api: Api, reseller: Partner, rows: number) => Promise<Record<string, unknown>>>;
  /** By the name of a mutation that takes `expectedVersion`. */
  changes?: Record<string, SampleChange>;
}

/** A change that takes the version that its caller saw. */
export interface SampleChange<World extends unknown[] = [api: Api, reseller: Partner]> {
  given: (...world: World) => Promise<{ id: string; version: number }>;
  /** Arguments besides the ID and the version. */
  with?: string;
  by: 'admin' | 'owner';
}
