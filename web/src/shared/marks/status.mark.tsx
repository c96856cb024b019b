import type { ReactNode } from 'react';
import type { Tone } from '../../theme/colors.ts';

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 } as const;
const inner = { fill: 'none', stroke: 'var(--rg-surface)', strokeWidth: 1.5, strokeLinecap: 'round' } as const;

/** Each state has a shape of its own, so that it reads without color. */
const SHAPES = {
  disc: { tone: 'green', lines: <circle cx="7" cy="7" r="5" fill="currentColor" /> },
  tick: {
    tone: 'green',
    lines: (
      <>
        <circle cx="7" cy="7" r="6.2" fill="currentColor" />
        <path d="m4.4 7.2 1.8 1.8 3.4-3.6" strokeLinejoin="round" {...inner} />
      </>
    ),
  },
  dashed: { tone: 'amber', lines: <circle cx="7" cy="7" r="5.4" strokeDasharray="2.2 2" {...stroke} /> },
  diamond: { tone: 'amber', lines: <path d="M7 1.8 12.2 7 7 12.2 1.8 7z" fill="currentColor" /> },
  bars: {
    tone: 'amber',
    lines: (
      <path
        d="M3.2 4a1 1 0 0 1 2.6 0v6a1 1 0 0 1-2.6 0zM8.2 4a1 1 0 0 1 2.6 0v6a1 1 0 0 1-2.6 0z"
        fill="currentColor"
      />
    ),
  },
  cross: {
    tone: 'red',
    lines: (
      <>
        <circle cx="7" cy="7" r="6.2" fill="currentColor" />
        <path d="m5 5 4 4M9 5 5 9" {...inner} />
      </>
    ),
  },
  triangle: { tone: 'red', lines: <path d="M7 1.6 13 12H1z" fill="currentColor" /> },
  half: {
    tone: 'blue',
    lines: (
      <>
        <circle cx="7" cy="7" r="5.4" {...stroke} />
        <path d="M7 3.6a3.4 3.4 0 0 1 0 6.8z" fill="currentColor" />
      </>
    ),
  },
  open: { tone: 'blue', lines: <circle cx="7" cy="7" r="5.4" {...stroke} /> },
  over: {
    tone: 'gray',
    lines: (
      <>
        <circle cx="7" cy="7" r="5.4" {...stroke} />
        <path d="M4.6 7h4.8" {...stroke} strokeLinecap="round" />
      </>
    ),
  },
} as const satisfies Record<string, { tone: Tone; lines: ReactNode }>;

/** `disc`, `tick`: good · `dashed`, `diamond`, `bars`: needs attention · `cross`, `triangle`: wrong · `half`, `open`: under way · `over`: ended. */
export type Shape = keyof typeof SHAPES;

export const toneOf = (shape: Shape): Tone => SHAPES[shape].tone;

/** The mark of a state. Its word stands beside it. */
export function StatusMark({ shape, size = 14 }: { shape: Shape; size?: number }) {
  return (
    <svg
      viewBox="0 0 14 14"
      width={size}
      height={size}
      style={{ flex: 'none', color: `var(--rg-${SHAPES[shape].tone})` }}
      aria-hidden
    >
      {SHAPES[shape].lines}
    </svg>
  );
}
