import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

// Loaded into the measured process by --import. SIGUSR2 writes the delays since the last signal, in milliseconds.

const delays = monitorEventLoopDelay({ resolution: 5 });
delays.enable();

process.on('SIGUSR2', () => {
  const millisecondsAt = (percentile: number) => delays.percentile(percentile) / 1e6;
  const told = { p50: millisecondsAt(50), p99: millisecondsAt(99), most: delays.max / 1e6 };
  writeFileSync(process.env['LOOP_DELAY_FILE'] ?? '', JSON.stringify(told));
  delays.reset();
});
