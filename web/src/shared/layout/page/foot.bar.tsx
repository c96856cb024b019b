import type { ReactNode } from 'react';
import classes from './foot.bar.module.css';

interface FootBarProps {
  /** Accessible name. */
  label: string;
  /** The next step, or a note about unsaved changes. */
  note?: ReactNode;
  /** Buttons: refuse, middle way, main. */
  children: ReactNode;
}

/** Actions that stay in sight at the foot of a page. On a phone it takes the place of the menu. */
export function FootBar({ label, note, children }: FootBarProps) {
  return (
    <div className={classes['bar']} role="group" aria-label={label} data-foot-bar>
      <div className={classes['note']}>{note}</div>
      {children}
    </div>
  );
}
