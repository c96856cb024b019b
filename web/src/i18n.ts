import i18next, { type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { loaded } from './api/loaded.ts';
import type activity from './locales/en/activity.ts';
import type admin from './locales/en/admin.ts';
import type agreements from './locales/en/agreements.ts';
import type apply from './locales/en/apply.ts';
import type common from './locales/en/common.ts';
import type company from './locales/en/company.ts';
import type developers from './locales/en/developers.ts';
import type storedFiles from './locales/en/files.ts';
import type help from './locales/en/help.ts';
import type home from './locales/en/home.ts';
import type keys from './locales/en/keys.ts';
import type notifications from './locales/en/notifications.ts';
import type onboarding from './locales/en/onboarding.ts';
import type portal from './locales/en/portal.ts';
import type provisioning from './locales/en/provisioning.ts';
import type security from './locales/en/security.ts';
import type settings from './locales/en/settings.ts';
import type tiers from './locales/en/tiers.ts';
import type webhooks from './locales/en/webhooks.ts';
import { stored } from './shared/stored.ts';

/** A new language needs a folder and three files in locales/ and a line here. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

/** The API's name of a language. */
export const languageOf = (language: string): 'EN' | 'DE' => (language === 'de' ? 'DE' : 'EN');

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      activity: typeof activity;
      agreements: typeof agreements;
      common: typeof common;
      company: typeof company;
      developers: typeof developers;
      files: typeof storedFiles;
      keys: typeof keys;
      notifications: typeof notifications;
      onboarding: typeof onboarding;
      apply: typeof apply;
      admin: typeof admin;
      portal: typeof portal;
      provisioning: typeof provisioning;
      security: typeof security;
      home: typeof home;
      help: typeof help;
      settings: typeof settings;
      tiers: typeof tiers;
      webhooks: typeof webhooks;
    };
  }
}

type Texts = Record<string, ResourceKey>;

const files = import.meta.glob<Texts>('./locales/{visitors,signed-in,program}/*.ts');

/** A chunk for each part and language, so that a page loads no texts that it does not show. */
export type TextPart = 'visitors' | 'signed-in' | 'program';

const AREAS_OF_VISITORS: readonly string[] = ['common', 'apply'];

const textsOf = (part: TextPart, language: string): Promise<Texts> =>
  files[`./locales/${part}/${language}.ts`]?.() ?? Promise.reject(new Error(language));

/** The parts of the pages that were opened. */
const opened = new Set<TextPart>(['visitors']);

/** The part of each area. Areas are known once their part was opened. */
const partOf = new Map<string, TextPart>(AREAS_OF_VISITORS.map((area) => [area, 'visitors']));

const chosen = stored('localStorage', 'reachgenie.language');

const isLanguage = (text: string | undefined): text is Language => text !== undefined && text in LANGUAGES;

/** The browser's first supported language. */
export const browsersLanguage = (): Language =>
  navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';

// A private link of an email has the email's language.
const ofLink = new URLSearchParams(window.location.search).get('language') ?? undefined;
if (isLanguage(ofLink)) chosen.write(ofLink);

/** The language chosen in this browser, else the browser's. */
const preferred = (): Language => [chosen.read()].find(isLanguage) ?? browsersLanguage();

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language;
});

export const ready = i18next
  .use(initReactI18next)
  .use({
    type: 'backend',
    read: async (language: string, area: string) =>
      (await textsOf(partOf.get(area) ?? 'signed-in', language))[area] ?? {},
  })
  .init({
    lng: preferred(),
    fallbackLng: false,
    supportedLngs: Object.keys(LANGUAGES),
    ns: [...AREAS_OF_VISITORS], // i18next adds those that it loads later
    defaultNS: 'common',
    interpolation: { escapeValue: false }, // React escapes
  });

export const hasTexts = (): boolean => i18next.hasResourceBundle(i18next.language, 'common');

/** A page needs this before it renders. Throws ApiError if the texts cannot be loaded. */
async function openTexts(part: TextPart): Promise<void> {
  await ready;
  opened.add(part);
  const areas = Object.keys(await loaded(textsOf(part, i18next.language)));
  for (const area of areas) partOf.set(area, part);
  await i18next.loadNamespaces(areas);
}

/** The pages of a script, once their texts are there too. */
export const withTexts = async <Pages>(pages: Promise<Pages>, part: TextPart): Promise<Pages> =>
  (await Promise.all([pages, openTexts(part)]))[0];

/** Throws ApiError, so that i18next does not remember a failure. */
const loadTexts = (language: Language) => Promise.all([...opened].map((part) => loaded(textsOf(part, language))));

/** Shows the pages in the account's language, unless another was chosen in this browser. */
export async function showLanguage(language: Language): Promise<void> {
  if (isLanguage(chosen.read()) || language === i18next.language) return;
  await loadTexts(language);
  await i18next.changeLanguage(language);
}

/** From now on, the account's language counts in this browser too. */
export const forgetChosenLanguage = (): void => chosen.remove();

/** Throws ApiError and changes nothing if the texts cannot be loaded. */
export async function changeLanguage(language: Language): Promise<void> {
  await loadTexts(language);
  chosen.write(language);
  await i18next.changeLanguage(language);
}
