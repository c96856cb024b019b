import type { MantineColorsTuple } from '@mantine/core';

/* All colors of the pages. A test fails on a color in any other file of src/. */

/** Brand color, light to dark. White label replaces it. */
const brand: MantineColorsTuple = [
  '#eef0ff',
  '#dde1fb',
  '#b9c0f2',
  '#939de9',
  '#7480e2',
  '#606ede',
  '#5562dc',
  '#4753c4',
  '#4338ca',
  '#312e81',
];

const gray: MantineColorsTuple = [
  '#f8f9fb',
  '#f3f4f6',
  '#e8eaee',
  '#dcdfe5',
  '#cbcfd8',
  '#a6acb9',
  '#838a99',
  '#5c6372',
  '#434956',
  '#14171f',
];

/** Dark scheme, text to shadow. */
const dark: MantineColorsTuple = [
  '#e8eaf0',
  '#b4bac8',
  '#929aab',
  '#6b7487',
  '#3a4152',
  '#252b38',
  '#1b202b',
  '#12151c',
  '#0e1117',
  '#090b10',
];

const WHITE = '#ffffff';

/** A color in the light scheme and in the dark one. */
type Pair = readonly [light: string, dark: string];

/** Status colors: the mark, the text and the soft background. */
const STATUS = {
  green: { mark: ['#1a9a55', '#3fbf7f'], text: ['#116b3a', '#77dba5'], soft: ['#e4f6ec', '#12291e'] },
  amber: { mark: ['#c27803', '#e3a93b'], text: ['#8a5200', '#f0c36b'], soft: ['#fdf2dc', '#2c2210'] },
  red: { mark: ['#d9372b', '#ef6a5f'], text: ['#b3261b', '#ff9d94'], soft: ['#fdecea', '#331a19'] },
  blue: { mark: ['#2f6fde', '#6ba1f7'], text: ['#1d55ba', '#9cc2ff'], soft: ['#e8f0fd', '#14243d'] },
  gray: { mark: [gray[7], dark[2]], text: [gray[8], dark[1]], soft: ['#eef0f3', '#222835'] },
} as const satisfies Record<string, Record<'mark' | 'text' | 'soft', Pair>>;

/** Meaning of the status colors: green is good, amber needs attention, red is wrong, blue is under way, gray is over. */
export type Tone = keyof typeof STATUS;

/** `brand[6]` of the dark scheme over its surface. */
const overDark = (percent: number) => `color-mix(in srgb, ${brand[6]} ${percent}%, ${dark[7]})`;

/** Pages use these roles as `var(--rg-<role>)`, never a shade. */
export const ROLES = {
  canvas: [gray[1], dark[9]],
  surface: [WHITE, dark[7]],
  sunken: [gray[0], dark[8]],
  raised: [WHITE, '#191e28'],
  hover: [gray[1], dark[6]],
  current: [gray[2], dark[6]],
  line: [gray[2], dark[5]],
  'line-strong': [gray[4], dark[4]],
  field: [gray[6], dark[3]],
  text: [gray[9], dark[0]],
  'text-2': [gray[8], dark[1]],
  'text-3': [gray[7], dark[2]],
  faint: [gray[5], '#5a6274'],
  accent: [brand[8], brand[6]],
  'accent-hover': [brand[9], brand[7]],
  'on-accent': [WHITE, WHITE],
  'accent-text': [brand[8], brand[2]],
  'accent-soft': [brand[0], overDark(20)],
  'accent-line': [brand[2], overDark(55)],
  focus: [brand[6], brand[3]],
  danger: ['#b3261b', '#c7362b'],
  'danger-hover': ['#932016', '#b3261b'],
  scrim: ['rgb(16 18 27 / 0.32)', 'rgb(3 4 7 / 0.6)'],
  'key-on-accent': ['rgb(0 0 0 / 0.18)', 'rgb(0 0 0 / 0.18)'],
  'key-line-on-accent': ['rgb(255 255 255 / 0.3)', 'rgb(255 255 255 / 0.3)'],
  /* Codes and emails look the same in both schemes. */
  paper: [WHITE, WHITE],
  ink: ['#000000', '#000000'],
  'shadow-1': ['0 1px 2px rgb(16 18 27 / 0.06)', '0 1px 2px rgb(0 0 0 / 0.4)'],
  'shadow-2': [
    '0 8px 24px rgb(16 18 27 / 0.12), 0 1px 3px rgb(16 18 27 / 0.08)',
    '0 8px 24px rgb(0 0 0 / 0.5), 0 1px 3px rgb(0 0 0 / 0.5)',
  ],
  'shadow-3': [
    '0 24px 64px rgb(16 18 27 / 0.22), 0 2px 8px rgb(16 18 27 / 0.08)',
    '0 24px 64px rgb(0 0 0 / 0.65), 0 2px 8px rgb(0 0 0 / 0.5)',
  ],
  'shadow-foot': ['0 -6px 16px rgb(16 18 27 / 0.04)', '0 -6px 16px rgb(0 0 0 / 0.3)'],
  ...Object.fromEntries(
    Object.entries(STATUS).flatMap(([tone, { mark, text, soft }]) => [
      [tone, mark],
      [`${tone}-text`, text],
      [`${tone}-soft`, soft],
    ]),
  ),
} as Record<string, Pair>;

/** Quiet tints of the initials of a company or person: background and text for each hue of `MARK_HUES`. */
export const MARK_HUES = [20, 60, 100, 135, 170, 230, 285, 340] as const;
for (const hue of MARK_HUES) {
  ROLES[`mark-${hue}`] = [`oklch(0.92 0.045 ${hue})`, `oklch(0.34 0.06 ${hue})`];
  ROLES[`mark-${hue}-text`] = [`oklch(0.4 0.11 ${hue})`, `oklch(0.89 0.06 ${hue})`];
}

/** Variants of components use roles instead of shades: variables.ts. */
const oneShade = (of: string): MantineColorsTuple => [of, of, of, of, of, of, of, of, of, of];

/** Colors of Mantine's `color` properties: `brand`, `gray` and the tones. */
export const COLORS = {
  brand,
  gray,
  dark,
  green: oneShade(STATUS.green.mark[0]),
  amber: oneShade(STATUS.amber.mark[0]),
  red: oneShade(STATUS.red.text[0]),
  blue: oneShade(STATUS.blue.mark[0]),
};
