import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import type { TFunction } from 'i18next';

/** The color of the brand, from light to dark. White label exchanges it. */
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

/** Of the dark scheme, from text to shadow: a little blue beside the brand. */
const dark: MantineColorsTuple = [
  '#d7dcea',
  '#b6bfd3',
  '#95a0b8',
  '#6b7690',
  '#3c465c',
  '#2d3649',
  '#232b3c',
  '#191f2d',
  '#121723',
  '#0b0f18',
];

/** Mantine's own colors for what is said in passing, and for errors, are too faint to read for many (WCAG 2.2 AA). */
export const readableColors: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-placeholder': colors.gray[7],
    '--mantine-color-error': colors.red[9],
  },
  dark: {
    '--mantine-color-dimmed': colors.dark[1],
    '--mantine-color-placeholder': colors.dark[2],
    '--mantine-color-error': colors.red[4],
  },
});

/** The one look of all pages. Shade 8 with automatic contrast is what WCAG asks of text on buttons. */
export const themeFor = (t: TFunction) => {
  // A page has one banner, and that is not the title of what lies over it.
  const overlay = { closeButtonProps: { 'aria-label': t('close') }, attributes: { header: { role: 'none' } } };
  return createTheme({
    colors: { brand, dark },
    primaryColor: 'brand',
    primaryShade: 8,
    autoContrast: true,
    defaultRadius: 'md',
    cursorType: 'pointer',
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, monospace',
    headings: { fontWeight: '650' },
    components: {
      // The colors of its own title are too faint on its background.
      Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
      Modal: { defaultProps: { centered: true, ...overlay } },
      Drawer: { defaultProps: overlay },
      PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-hidden': true } } },
    },
  });
};
