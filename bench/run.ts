import 'reflect-metadata';
import { startCluster } from './cluster.ts';
import { DATASETS, prepareDataset } from './dataset.ts';
const c = await startCluster();
try { for (const d of DATASETS) await prepareDataset(c.port, d, process.argv.includes('--fresh')); } finally { await c.stop(); }
