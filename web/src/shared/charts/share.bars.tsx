import { useFormat } from '../format.ts';
import { TextLink } from '../layout/links.tsx';
import type { Bar } from './bar.chart.tsx';
import classes from './charts.module.css';

interface ShareBarsProps {
  bars: Bar[];
  /** The whole, for percentages. */
  of: number;
}

/** Parts of a whole, one line each, with their share. */
export function ShareBars({ bars, of }: ShareBarsProps) {
  const { number, percent } = useFormat();
  return (
    <ul className={classes['shares']}>
      {bars.map(({ label, count, link }) => (
        <li key={label}>
          <TextLink {...link} size="sm" truncate title={label} c="var(--rg-text)">
            {label}
          </TextLink>
          <span className={classes['track']} aria-hidden>
            <span style={{ width: `${of > 0 ? (100 * count) / of : 0}%` }} />
          </span>
          <span className={classes['number']}>{number(count)}</span>
          <span className={classes['percent']}>{of > 0 ? percent(count / of) : '–'}</span>
        </li>
      ))}
    </ul>
  );
}
