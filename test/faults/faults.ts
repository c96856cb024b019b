/**
 * The faults that the product withstands. The title of each test of a fault begins with its number, in any test file:
 * `Fault 12: …`, or `Fault 5, 18: …`. `npm run test:faults` runs the tests.
 */
export const faults = {
  1: 'kill -9 of a process',
  2: 'PostgreSQL restarted, and all its connections ended',
  3: 'PostgreSQL frozen for 20 seconds',
  4: 'connection cut at the commit',
  5: 'pool of two connections, and slow statements',
  6: 'two processes that decide differently at the same time',
  7: 'one idempotency key 20 times at the same time, and with another input',
  8: 'killed between the commit and the email',
  9: 'Postmark that fails, limits or hangs',
  10: 'recipient that Postmark never accepts',
  11: 'two workers and 500 emails',
  12: 'SIGTERM under load',
  13: 'kill -9 during a migration, and concurrent migrations',
  14: 'full disk of the database',
  15: 'remains of an embedded database after kill -9, and its port taken',
  16: 'log whose disk is full, or that nobody reads',
  17: 'Redis gone, frozen, read-only or full',
  18: 'locked table, missing migration, or refused role',
  19: 'lost answers of Postmark, and no database with emails in hand',
  20: 'one bad job among ten',
  21: 'failover to a synchronous standby',
  22: 'two versions side by side, and the way back',
  23: 'rolling restart behind a proxy',
  24: 'migration of a large table beside writers',
  25: 'database restored to an earlier time',
} as const;

export type Fault = keyof typeof faults;

export const faultNumbers = Object.keys(faults).map(Number) as Fault[];

const isFault = (number: number): number is Fault => number in faults;

/** Returns the faults at the beginning of a title, or of a title around it. */
export function faultsIn(title: string): Fault[] {
  const lists = title.matchAll(/\bFault (\d+(?:, \d+)*): /g);
  return [...new Set(Array.from(lists, ([, list = '']) => list.split(', ').map(Number)).flat())].filter(isFault);
}
