import { encode } from 'uqr';

/** Dark on light in both color schemes, because scanners need it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={208}
      height={208}
      shapeRendering="crispEdges"
      style={{ background: 'var(--rg-paper)', alignSelf: 'center', borderRadius: 8 }}
    >
      <path d={dark.join('')} fill="var(--rg-ink)" />
    </svg>
  );
}
