import type { CSSVariablesResolver } from '@mantine/core';
import { ROLES, type Tone } from './colors.ts';

const TONES: Tone[] = ['green', 'amber', 'red', 'blue', 'gray'];

/** Mantine's own variables in terms of the roles. */
const MANTINE: Record<string, string> = {
  '--mantine-color-body': 'surface',
  '--mantine-color-text': 'text',
  '--mantine-color-bright': 'text',
  '--mantine-color-dimmed': 'text-3',
  '--mantine-color-placeholder': 'text-3',
  '--mantine-color-error': 'red-text',
  '--mantine-color-success': 'green-text',
  '--mantine-color-anchor': 'accent-text',
  '--mantine-color-default': 'surface',
  '--mantine-color-default-hover': 'hover',
  '--mantine-color-default-color': 'text',
  '--mantine-color-default-border': 'line-strong',
  '--mantine-color-disabled': 'hover',
  '--mantine-color-disabled-color': 'text-3',
  '--mantine-color-disabled-border': 'line',
  '--mantine-color-brand-light': 'accent-soft',
  '--mantine-color-brand-light-hover': 'accent-soft',
  '--mantine-color-brand-light-color': 'accent-text',
  '--mantine-color-brand-filled-hover': 'accent-hover',
  ...Object.fromEntries(
    TONES.flatMap((tone) => [
      [`--mantine-color-${tone}-text`, `${tone}-text`],
      [`--mantine-color-${tone}-light`, `${tone}-soft`],
      [`--mantine-color-${tone}-light-hover`, `${tone}-soft`],
      [`--mantine-color-${tone}-light-color`, `${tone}-text`],
      [`--mantine-color-${tone}-outline`, `${tone}-text`],
      [`--mantine-color-${tone}-outline-hover`, `${tone}-soft`],
      [`--mantine-color-${tone}-filled`, tone],
      [`--mantine-color-${tone}-filled-hover`, `${tone}-text`],
    ]),
  ),
  '--mantine-color-red-filled': 'danger',
  '--mantine-color-red-filled-hover': 'danger-hover',
};

const scheme = (index: 0 | 1) => ({
  ...Object.fromEntries(Object.entries(ROLES).map(([role, pair]) => [`--rg-${role}`, pair[index]])),
  ...Object.fromEntries(Object.entries(MANTINE).map(([name, role]) => [name, `var(--rg-${role})`])),
});

/** Writes each role as `--rg-<role>` for both schemes. */
export const roleVariables: CSSVariablesResolver = () => ({ variables: {}, light: scheme(0), dark: scheme(1) });
