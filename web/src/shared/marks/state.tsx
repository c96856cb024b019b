import { StatusMark, toneOf, type Shape } from './status.mark.tsx';
import classes from './state.module.css';

interface StateProps {
  shape: Shape;
  /** A soft badge, for the head of a page. Lists show mark and word only. */
  isSoft?: boolean | undefined;
  children: string;
}

/** A state: its mark and its word. */
export function State({ shape, isSoft = false, children }: StateProps) {
  const tone = toneOf(shape);
  const soft = { background: `var(--rg-${tone}-soft)`, color: `var(--rg-${tone}-text)` };
  return (
    <span className={`${classes['state']} ${isSoft ? classes['soft'] : ''}`} style={isSoft ? soft : undefined}>
      <StatusMark shape={shape} size={isSoft ? 12 : 14} />
      {children}
    </span>
  );
}
