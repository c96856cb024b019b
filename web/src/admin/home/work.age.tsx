import { RelativeTime } from '../../shared/time/relative.time.tsx';
import classes from './home.module.css';
import { isLate } from './work.ts';

/** Since when something waits. */
export const Age = ({ at }: { at: string }) => (
  <span className={classes['age']} data-late={isLate(at) || undefined}>
    <RelativeTime at={at} />
  </span>
);
