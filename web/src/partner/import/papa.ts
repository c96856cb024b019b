import { loaded } from '../../api/loaded.ts';

/** The reader of CSV files. Only imports load it. */
export const loadPapa = async () => (await loaded(import('papaparse'))).default;
