import i18next, { type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { loaded } from './api/loaded.ts';
import type admin from './locales/en/admin.ts';
import type apply from './locales/en/apply.ts';
import type common from './locales/en/common.ts';
import type keys from './locales/en/keys.ts';
import type portal from './locales/en/portal.ts';
import type security from './locales/en/security.ts';
import { stored } from './shared/stored.ts';

/** A new language needs a folder and a file in locales/ and a line here. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      keys: typeof keys;
      apply: typeof apply;
      admin: typeof admin;
      portal: typeof portal;
      security: typeof security;
    };
  }
}

/** One chunk per language. */
const files = import.meta.glob<Record<string, ResourceKey>>('./locales/*.ts');

const chosen = stored('localStorage', 'reachgenie.language');

const isLanguage = (text: string | undefined): text is Language => text !== undefined && text in LANGUAGES;

/** The chosen language, else the browser's first supported one. */
const preferred = (): Language =>
  [chosen.read(), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())].find(isLanguage) ?? 'en';

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language;
});

export const ready = i18next
  .use(initReactI18next)
  .use({
    type: 'backend',
    read: (language: string, area: string) =>
      files[`./locales/${language}.ts`]?.().then((texts) => texts[area] ?? {}) ?? Promise.resolve({}),
  })
  .init({
    lng: preferred(),
    fallbackLng: false,
    supportedLngs: Object.keys(LANGUAGES),
    ns: ['common', 'apply', 'admin', 'portal', 'security', 'keys'],
    defaultNS: 'common',
    interpolation: { escapeValue: false }, // React escapes
  });

export const hasTexts = (): boolean => i18next.hasResourceBundle(i18next.language, 'common');

/** Throws ApiError and changes nothing if the texts cannot be loaded. */
export async function changeLanguage(language: Language): Promise<void> {
  await loaded(files[`./locales/${language}.ts`]?.() ?? Promise.reject(new Error(language)));
  chosen.write(language);
  await i18next.changeLanguage(language);
}
