import { v7 as uuid } from 'uuid';

/** A value and its weight relative to the others in its list. */
export type Weighted<Value> = readonly [value: Value, weight: number];

/** Repeatable random numbers: the same seed gives the same values. */
export class Chance {
  private state: number;

  /** Any integer. Neighboring seeds give unrelated numbers. */
  constructor(seed: number) {
    this.state = Math.imul(seed + 1, 0x9e37_79b1);
  }

  /** Returns a number from 0 to below 1. Mulberry32 by Tommy Ettinger, in the public domain. */
  next(): number {
    this.state = (this.state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Returns true with this probability. */
  is(probability: number): boolean {
    return this.next() < probability;
  }

  /** Returns an integer, including both ends. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** Picks a value. The list must not be empty. */
  one<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.next() * values.length)] as Value;
  }

  /** Picks a value by its weight. The list must not be empty. */
  weighted<Value>(values: readonly Weighted<Value>[]): Value {
    let left = this.next() * values.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of values) if ((left -= weight) < 0) return value;
    return (values[0] as Weighted<Value>)[0];
  }

  /** Picks `count` values, each at most once, in their order. */
  some<Value>(values: readonly Value[], count: number): Value[] {
    let wanted = count;
    return values.filter((_, index) => {
      const taken = this.next() * (values.length - index) < wanted;
      if (taken) wanted--;
      return taken;
    });
  }

  /** Returns a UUID of version 7 for a point in time. */
  idAt(moment: Date): string {
    const words = Uint32Array.from({ length: 4 }, () => this.next() * 2 ** 32);
    return uuid({ msecs: moment.getTime(), random: new Uint8Array(words.buffer) });
  }
}
