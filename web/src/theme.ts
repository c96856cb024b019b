import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import type { TFunction } from 'i18next';

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

/** Dark scheme, text to shadow, with a slight blue tint. */
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

/** Mantine's default colors for dimmed text and errors fail WCAG 2.2 AA contrast. */
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

/** Theme of all pages. Shade 8 with automatic contrast meets WCAG for text on buttons. */
export const themeFor = (t: TFunction) => {
  // A page has one banner landmark, and an overlay's header is not it.
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
      // The default title colors have too little contrast.
      Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
      Modal: { defaultProps: { centered: true, ...overlay } },
      Drawer: { defaultProps: overlay },
      PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-hidden': true } } },
    },
  });
};
