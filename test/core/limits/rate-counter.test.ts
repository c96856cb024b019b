import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { MemoryRateCounter } from '../../../src/core/limits/rate.counter.ts';

const MINUTE = 60_000;

test('a window ends one length after its first call, regardless of later calls', () => {
  let now = 0;
  const counter = new MemoryRateCounter({ clock: () => now });
  const at = (time: number) => {
    now = time;
    return counter.hit('limit', 'one', MINUTE);
  };

  expect(at(10_000)).toEqual({ count: 1, resetsInMs: 60_000 });
  expect(at(60_000)).toEqual({ count: 2, resetsInMs: 10_000 });
  expect(at(69_999)).toEqual({ count: 3, resetsInMs: 1 });
  expect(at(70_000)).toEqual({ count: 1, resetsInMs: 60_000 });
  expect(at(129_999)).toEqual({ count: 2, resetsInMs: 1 });
});

test('G5: 100,000 callers of several limits stay within each limit’s capacity', () => {
  const counter = new MemoryRateCounter({ capacity: 1_000 });
  let most = 0;

  for (let caller = 0; caller < 100_000; caller++) {
    counter.hit('limit', `10.0.0.${caller}`, MINUTE);
    counter.hit('another', `10.0.0.${caller}`, MINUTE);
    most = Math.max(most, counter.size);
  }

  expect(most).toBe(2_000);
});

test('keeps an open window while fewer others than the capacity call', () => {
  const counter = new MemoryRateCounter({ capacity: 100 });
  for (let caller = 0; caller < 100; caller++) counter.hit('limit', `before ${caller}`, MINUTE);
  counter.hit('limit', 'open', MINUTE);
  for (let caller = 0; caller < 99; caller++) counter.hit('limit', `after ${caller}`, MINUTE);

  expect(counter.peek('limit', 'open').count).toBe(1);
  expect(counter.hit('limit', 'open', MINUTE).count).toBe(2);
});

test('a look at a window neither counts nor opens one', () => {
  let now = 0;
  const counter = new MemoryRateCounter({ clock: () => now });
  const none = { count: 0, resetsInMs: 0 };

  expect(counter.peek('limit', 'one')).toEqual(none);
  counter.hit('limit', 'one', MINUTE);
  now = 59_000;
  expect(counter.peek('limit', 'one')).toEqual({ count: 1, resetsInMs: 1_000 });
  expect(counter.peek('limit', 'one')).toEqual({ count: 1, resetsInMs: 1_000 });
  now = MINUTE;
  expect(counter.peek('limit', 'one')).toEqual(none);
});

test('remembers a busy caller while others come and go', () => {
  const counter = new MemoryRateCounter({ capacity: 100 });
  const counts = Array.from({ length: 1_000 }, (_, call) => {
    for (let caller = 0; caller < 20; caller++) counter.hit('limit', `${call} ${caller}`, MINUTE);
    return counter.hit('limit', 'steady', MINUTE).count;
  });

  expect(counts.at(-1)).toBe(1_000);
});

test('flooding one limit does not reset another', () => {
  const counter = new MemoryRateCounter({ capacity: 100 });
  counter.hit('network', 'one', MINUTE);
  for (let caller = 0; caller < 1_000; caller++) counter.hit('mailbox', `${caller}`, MINUTE);

  expect(counter.hit('network', 'one', MINUTE).count).toBe(2);
});

test('a key cut from a long text does not keep the text in memory', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const counter = new MemoryRateCounter();
  const megabyte = Buffer.alloc(1_000_000, ' ');
  collectGarbage();
  const before = process.memoryUsage().heapUsed;

  for (let caller = 0; caller < 100; caller++) {
    counter.hit('limit', `${megabyte.toString('latin1')}caller number ${caller}`.trim(), MINUTE);
  }

  collectGarbage();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000);
});
