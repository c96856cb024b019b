import type { Feature } from '../feature.ts';
import { liveEndpoints } from './live.endpoints.ts';
import { ChangeListener } from './live.listener.ts';
import { LiveStreams } from './live.streams.ts';

/** Tells open pages what kinds of things have changed: decision 73. */
export const live: Feature = {
  serve: ({ orm, config, log, databaseUrl }) => {
    const streams = new LiveStreams(orm, log);
    const listener = new ChangeListener({
      url: config.database.listenUrl ?? databaseUrl,
      log,
      heard: (kind) => streams.hear(kind),
      missed: () => streams.missAll(),
    });
    return {
      endpoints: (server) => liveEndpoints(server, { streams, listener }),
      close: () => listener.stop(),
    };
  },
};
