import type { Contender } from '../load/contender.ts';
import type { Table } from '../report/report.ts';
import { DUTIES } from './duties.ts';

/** The duties of each contender. Compare those with the same ones. */
export const dutyTable = (contenders: readonly Contender[]): Table => ({
  title: 'Duties',
  heading: ['', ...DUTIES],
  rows: contenders.map(({ name, duties }) => [name, ...DUTIES.map((duty) => (duties.includes(duty) ? 'yes' : ''))]),
});
