import i18next, { type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { loaded } from './api/loaded.ts';
import type activity from './locales/en/activity.ts';
import type admin from './locales/en/admin.ts';
import type apply from './locales/en/apply.ts';
import type common from './locales/en/common.ts';
import type help from './locales/en/help.ts';
import type home from './locales/en/home.ts';
import type keys from './locales/en/keys.ts';
import type notifications from './locales/en/notifications.ts';
import type onboarding from './locales/en/onboarding.ts';
import type portal from './locales/en/portal.ts';
import type provisioning from './locales/en/provisioning.ts';
import type security from './locales/en/security.ts';
import type settings from './locales/en/settings.ts';
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
      common: typeof common;
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
      webhooks: typeof webhooks;
    };
  }
}

type Texts = Record<string, ResourceKey>;

/** Two chunks per language, so that visitors load only what they see. */
const ofVisitors = import.meta.glob<Texts>('./locales/visitors/*.ts');
const ofUsers = import.meta.glob<Texts>('./locales/signed-in/*.ts');

const AREAS_OF_VISITORS: readonly string[] = ['common', 'apply'];

/** Whether a page of signed-in users was opened. */
let isForUsers = false;

const textsOf = (part: Record<string, () => Promise<Texts>>, folder: string, language: string): Promise<Texts> =>
  part[`./locales/${folder}/${language}.ts`]?.() ?? Promise.reject(new Error(language));

const visitorsTexts = (language: string) => textsOf(ofVisitors, 'visitors', language);
const usersTexts = (language: string) => textsOf(ofUsers, 'signed-in', language);

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
    read: (language: string, area: string) => {
      const texts = AREAS_OF_VISITORS.includes(area) ? visitorsTexts(language) : usersTexts(language);
      return texts.then((found) => found[area] ?? {});
    },
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

/** Pages of signed-in users need this before they render. Throws ApiError if the texts cannot be loaded. */
export async function loadUsersTexts(): Promise<void> {
  await ready;
  isForUsers = true;
  await i18next.loadNamespaces(Object.keys(await loaded(usersTexts(i18next.language))));
}

/** Throws ApiError, so that i18next does not remember a failure. */
const loadTexts = (language: Language) =>
  Promise.all([loaded(visitorsTexts(language)), isForUsers && loaded(usersTexts(language))]);

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
