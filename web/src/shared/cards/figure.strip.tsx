import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './cards.module.css';

interface FigureProps {
  label: string;
  /** Beside the label. */
  mark?: ReactNode;
  value: string;
  /** One short line below. */
  note?: ReactNode;
  tone?: 'amber' | 'red' | undefined;
  /** The list that explains the figure. */
  link: Pick<LinkProps, 'to' | 'search'>;
}

/** Figures in one strip, with lines between. */
export const FigureStrip = ({ children }: { children: ReactNode }) => <ul className={classes['strip']}>{children}</ul>;

export function Figure({ label, mark, value, note, tone, link }: FigureProps) {
  return (
    <li>
      <Link {...link} className={classes['figure']}>
        <span className={classes['label']}>
          {mark}
          {label}
        </span>
        <span className={classes['value']}>{value}</span>
        <span className={classes['note']} data-tone={tone}>
          {note ?? '\u00a0'}
        </span>
      </Link>
    </li>
  );
}
