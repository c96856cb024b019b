import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api.error.ts';
import { REASONS } from './forms/conflict.reasons.ts';
import { useFormat } from './format.ts';

const KNOWN = [
  'UNREACHABLE',
  'TIMEOUT',
  'OUTDATED',
  'UNAVAILABLE',
  'FORBIDDEN',
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'BAD_USER_INPUT',
] as const;

/** What went wrong, in the reader's language where we know it. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  const { time } = useFormat();
  const fieldText = useFieldText();
  return (error) => {
    if (!(error instanceof ApiError)) return t('error.unexpected');
    if (error.retryAt) return t('error.RATE_LIMITED', { time: time(error.retryAt) });
    const hidden = error.fields.find(({ message }) => HIDDEN.test(message));
    if (hidden) return fieldText(hidden.message); // a search has no field to say it at
    const reason = REASONS.find((each) => each === error.reason);
    if (reason) return t(`error.CONFLICT.${reason}`);
    if (error.code === 'CONFLICT') return error.message;
    if (error.reason === 'RECENT_SIGN_IN_REQUIRED') return t('error.RECENT_SIGN_IN_REQUIRED');
    const known = KNOWN.find((code) => code === error.code);
    return known ? t(`error.${known}`) : t('error.unexpected');
  };
}

const HIDDEN = /^must not contain (U\+[0-9A-F]{4,6})/;

const FIELD_RULES = [
  [/^must have (\d+) to (\d+) characters$/, 'characters'],
  [/^must be an e-mail address$/, 'email'],
  [/^must be an http or https address/, 'url'],
  [HIDDEN, 'hidden'],
  [/^must not have more than \d+ accents on a letter$/, 'accents'],
  [/^must be in the future$/, 'future'],
  [/^must be an IP address/, 'address'],
  [/^must not contain your e-mail address/, 'passwordPersonal'],
  [/^is too easily guessed/, 'passwordCommon'],
  [/^is wrong/, 'wrong'],
] as const;

/** What the API says of a field, in the reader's language where we know it. */
export function useFieldText(): (message: string) => string {
  const { t } = useTranslation();
  return (message) => {
    for (const [pattern, rule] of FIELD_RULES) {
      const [found, min = '', max = ''] = pattern.exec(message) ?? [];
      if (found) return t(`field.${rule}`, { min, max, character: min });
    }
    return message;
  };
}
