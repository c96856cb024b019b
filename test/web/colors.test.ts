import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../../web/src/theme/colors.ts';

const HOME = 'web/src/theme/colors.ts';

/** Hexadecimal and functional colors, named ones in styles, shades of Mantine, and `light-dark` that only colors need. */
const COLOR =
  /#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb|light-dark)\(|--mantine-color-[a-z]+-\d|['"](?:brand|gray|dark|green|amber|red|blue|teal|orange|yellow|grape|indigo|violet|pink|lime|cyan)\.\d['"]|:\s*(?:white|black|red|green|blue|gray|grey|orange|yellow)\b\s*[;!]/gi;

const files = globSync('web/src/**/*.{ts,tsx,css}').filter((file) => !file.includes('/generated/') && file !== HOME);

test('no file but the theme holds a color', () => {
  const found = files.flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(COLOR), ([color]) => `${file}: ${color}`),
  );

  expect(files.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

test('pages use only roles that exist', () => {
  const sizes = new Set(readFileSync('web/src/theme/tokens.css', 'utf8').match(/--rg-[\w-]+(?=:)/g));
  const unknown = files.flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/var\(--rg-([\w-]+)\)/g), ([, role = '']) => role)
      .filter((role) => !(role in ROLES) && !sizes.has(`--rg-${role}`))
      .map((role) => `${file}: ${role}`),
  );

  expect(unknown).toEqual([]);
  expect([...sizes].filter((size) => size.slice('--rg-'.length) in ROLES)).toEqual([]);
});

describe.each([
  { scheme: 'light', index: 0 },
  { scheme: 'dark', index: 1 },
] as const)('in the $scheme scheme', ({ index }) => {
  const luminance = (color: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
  const colorOf = (role: string) => ROLES[role]?.[index] ?? '';
  const contrast = (one: string, other: string) => {
    const [high = 0, low = 0] = [luminance(colorOf(one)), luminance(colorOf(other))].toSorted((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const surfaces = ['canvas', 'surface', 'sunken', 'raised', 'hover'];
  const tones = ['green', 'amber', 'red', 'blue', 'gray'];

  test.each(['text', 'text-2', 'text-3'])('%s has a contrast of 5:1 on each surface', (role) => {
    for (const surface of surfaces) expect(contrast(role, surface)).toBeGreaterThan(5);
  });

  test.each(tones)('the text of %s has 5:1 on its background and on each surface, and its mark 3:1', (tone) => {
    expect(contrast(`${tone}-text`, `${tone}-soft`)).toBeGreaterThan(5);
    expect(contrast(`${tone}-text`, 'surface')).toBeGreaterThan(5);
    expect(contrast(tone, 'surface')).toBeGreaterThan(3);
  });

  test('buttons have 4.5:1, links 5:1, and borders of fields and the focus 3:1', () => {
    expect(contrast('on-accent', 'accent')).toBeGreaterThan(4.5);
    expect(contrast('on-accent', 'danger')).toBeGreaterThan(4.5);
    expect(contrast('accent-text', 'surface')).toBeGreaterThan(5);
    expect(contrast('field', 'surface')).toBeGreaterThan(3);
    expect(contrast('focus', 'surface')).toBeGreaterThan(3);
  });
});
