import type { RedisServer } from '../processes/redis.server.ts';

export interface RedisFault {
  name: string;
  happen: (redis: RedisServer) => Promise<unknown>;
  end: (redis: RedisServer) => Promise<unknown>;
}

export const redisFaults: readonly RedisFault[] = [
  { name: 'gone', happen: (redis) => redis.kill(), end: (redis) => redis.start() },
  { name: 'frozen', happen: async (redis) => redis.freeze(), end: async (redis) => redis.thaw() },
  {
    name: 'read-only',
    happen: (redis) => redis.call('replicaof 127.0.0.1 1'),
    end: (redis) => redis.call('replicaof no one'),
  },
  {
    name: 'full',
    happen: (redis) => redis.call('config set maxmemory 1'),
    end: (redis) => redis.call('config set maxmemory 0'),
  },
];

/** Log lines of a process when Redis fails, and when it is back. */
export const REDIS_FAILED = 'Redis failed: each process counts rate limits in memory';
export const REDIS_BACK = 'Redis is back: it counts rate limits again';
