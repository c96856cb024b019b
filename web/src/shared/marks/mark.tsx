import { IconPlus } from '../icons.tsx';
import { hueOf, initialsOf } from './initials.ts';
import classes from './mark.module.css';

interface MarkProps {
  /** Undefined if nobody is assigned: a dashed ring. */
  name: string | undefined;
  kind?: 'company' | 'person';
  /** Pixels. */
  size?: 20 | 24 | 28 | 36 | 44;
}

/** Initials of a company, squared, or of a person, round. The name stands beside it, so screen readers skip it. */
export function Mark({ name, kind = 'company', size = 20 }: MarkProps) {
  const box = { width: size, height: size };
  if (name === undefined) {
    return (
      <span className={`${classes['mark']} ${classes['nobody']}`} style={box} aria-hidden>
        <IconPlus size={size / 2} />
      </span>
    );
  }
  const hue = hueOf(name);
  return (
    <span
      className={`${classes['mark']} ${kind === 'company' ? classes['company'] : ''}`}
      data-size={size}
      style={{
        ...box,
        fontSize: Math.round(size * (size > 28 ? 0.36 : 0.43)),
        background: `var(--rg-mark-${hue})`,
        color: `var(--rg-mark-${hue}-text)`,
      }}
      aria-hidden
    >
      {initialsOf(name)}
    </span>
  );
}
