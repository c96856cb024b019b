import * as de from '../../web/src/locales/de.ts';
import * as en from '../../web/src/locales/en.ts';
import type { Language } from '../core/text/language.ts';

/** The words of the pages, so that a file says the same. */
export const WORDS: Record<Language, typeof en> = { EN: en, DE: de };
