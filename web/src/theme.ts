import { createTheme, rem } from '@mantine/core';
import type { TFunction } from 'i18next';
import { COLORS } from './theme/colors.ts';

const size = (pixels: number) => rem(pixels);

/** Heights come from tokens.css, because phones have larger ones. */
const HEIGHTS: Record<string, string> = { xs: 'var(--rg-height-small)', sm: 'var(--rg-height)' };

const heightOf = (variable: string, name: unknown) => {
  const height = HEIGHTS[typeof name === 'string' ? name : 'sm'];
  return height === undefined ? {} : { [variable]: height };
};

/** Theme of all pages: sizes, radii and defaults of components. Colors are in theme/colors.ts. */
export const themeFor = (t: TFunction) => {
  // A page has one banner landmark, and an overlay's header is not it.
  const overlay = { closeButtonProps: { 'aria-label': t('close') }, attributes: { header: { role: 'none' } } };
  return createTheme({
    colors: COLORS,
    primaryColor: 'brand',
    primaryShade: { light: 8, dark: 6 },
    autoContrast: true,
    cursorType: 'pointer',
    fontFamily: "'Inter Variable', 'Inter Fallback', system-ui, sans-serif",
    fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, monospace',
    fontSizes: {
      xs: 'var(--rg-font-small)',
      sm: 'var(--rg-font)',
      md: 'var(--rg-font)',
      lg: size(15),
      xl: size(16),
    },
    lineHeights: { xs: 'calc(16 / 12)', sm: 'var(--rg-leading)', md: 'var(--rg-leading)', lg: '1.6', xl: '1.5' },
    radius: { xs: size(4), sm: size(6), md: size(8), lg: size(10), xl: size(12) },
    defaultRadius: 'sm',
    spacing: { xs: size(8), sm: size(12), md: size(16), lg: size(20), xl: size(32) },
    shadows: {
      xs: 'var(--rg-shadow-1)',
      sm: 'var(--rg-shadow-1)',
      md: 'var(--rg-shadow-2)',
      lg: 'var(--rg-shadow-2)',
      xl: 'var(--rg-shadow-3)',
    },
    headings: {
      fontWeight: '600',
      sizes: {
        h1: { fontSize: size(20), lineHeight: size(28) },
        h2: { fontSize: size(16), lineHeight: size(24) },
        h3: { fontSize: size(15), lineHeight: size(24) },
        h4: { fontSize: 'var(--rg-font)', lineHeight: 'var(--rg-leading)' },
      },
    },
    components: {
      // The default title colors have too little contrast.
      Alert: { defaultProps: { radius: 'md' }, styles: { title: { color: 'var(--rg-text)' } } },
      Badge: { defaultProps: { radius: 'lg', tt: 'none', fw: 500 } },
      Button: { vars: (_: unknown, props: { size?: unknown }) => ({ root: heightOf('--button-height', props.size) }) },
      Checkbox: { defaultProps: { radius: 'xs', size: 'xs' } },
      Drawer: { defaultProps: overlay },
      Input: { vars: (_: unknown, props: { size?: unknown }) => ({ wrapper: heightOf('--input-height', props.size) }) },
      Menu: { defaultProps: { radius: 'md', shadow: 'md' } },
      Modal: { defaultProps: { centered: true, radius: 'xl', shadow: 'xl', ...overlay } },
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('close') } } },
      Paper: { defaultProps: { radius: 'md' } },
      PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-hidden': true } } },
      Radio: { defaultProps: { size: 'xs' } },
      Tooltip: { defaultProps: { openDelay: 300, fz: 'xs' } },
    },
  });
};
