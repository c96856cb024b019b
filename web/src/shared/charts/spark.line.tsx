interface SparkLineProps {
  /** In order of time. */
  values: number[];
}

const WIDTH = 64;
const HEIGHT = 20;
const EDGE = 3;

/** The course of a figure, as decoration: the figure and its change stand beside it. */
export function SparkLine({ values }: SparkLineProps) {
  if (values.length < 2) return null;
  const most = Math.max(1, ...values);
  const places = values.map((value, index) => ({
    x: EDGE + (index * (WIDTH - 2 * EDGE)) / (values.length - 1),
    y: HEIGHT - EDGE - (value * (HEIGHT - 2 * EDGE)) / most,
  }));
  const last = places.at(-1);
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      <polyline
        points={places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        fill="none"
        stroke="var(--rg-faint)"
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
      {last && <circle cx={last.x} cy={last.y} r={2.5} fill="var(--rg-text-3)" />}
    </svg>
  );
}
