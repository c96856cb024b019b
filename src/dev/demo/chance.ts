import { v7 as uuid } from 'uuid';

/** A value and how often it comes up, beside the others of its list. */
export type Weighted<Value> = readonly [value: Value, weight: number];

/** Random numbers that are the same every time: what is made from them is a function of the seed. */
export class Chance {
  private state: number;

  /** Any integer. Neighbors have nothing in common. */
  constructor(seed: number) {
    this.state = Math.imul(seed + 1, 0x9e37_79b1);
  }

  /** 0 to below 1. Mulberry32 by Tommy Ettinger, in the public domain. */
  next(): number {
    this.state = (this.state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Whether something happens that does so with this probability. */
  is(probability: number): boolean {
    return this.next() < probability;
  }

  /** An integer, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** Any of the values. The list must have some. */
  one<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.next() * values.length)] as Value;
  }

  /** One of the values, by its weight. The list must have some. */
  weighted<Value>(values: readonly Weighted<Value>[]): Value {
    let left = this.next() * values.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of values) if ((left -= weight) < 0) return value;
    return (values[0] as Weighted<Value>)[0];
  }

  /** So many of the values, each at most once, in their order. */
  some<Value>(values: readonly Value[], count: number): Value[] {
    let wanted = count;
    return values.filter((_, index) => {
      const taken = this.next() * (values.length - index) < wanted;
      if (taken) wanted--;
      return taken;
    });
  }

  /** A UUID of version 7, as it would have been made at a moment. */
  idAt(moment: Date): string {
    const words = Uint32Array.from({ length: 4 }, () => this.next() * 2 ** 32);
    return uuid({ msecs: moment.getTime(), random: new Uint8Array(words.buffer) });
  }
}
