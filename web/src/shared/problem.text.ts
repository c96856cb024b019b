import { useTranslation } from 'react-i18next';
import { ApiError, type FieldProblem } from '../api/api.error.ts';
import { PartnerTier } from '../generated/enums.ts';
import { oneOf } from './data/search.ts';
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

/** The translated text of an error, or the API's sentence if there is none. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  const { time } = useFormat();
  const fieldText = useFieldText();
  return (error) => {
    if (!(error instanceof ApiError)) return t('error.unexpected');
    if (error.retryAt) return t('error.RATE_LIMITED', { time: time(error.retryAt) });
    const hidden = error.fields.find(({ rule }) => rule === 'CHARACTER');
    if (hidden) return fieldText(hidden); // a search has no field for the error
    if (error.reason === 'BENEFIT_REQUIRED') {
      const tier = oneOf(PartnerTier, error.tier);
      return tier ? t('error.CONFLICT.BENEFIT_REQUIRED', { tier: t(`partnerTier.${tier}`) }) : t('error.benefitOfNone');
    }
    const reason = REASONS.find((each) => each === error.reason);
    if (reason) return t(`error.CONFLICT.${reason}`);
    if (error.code === 'CONFLICT') return error.message;
    if (error.reason === 'RECENT_SIGN_IN_REQUIRED') return t('error.RECENT_SIGN_IN_REQUIRED');
    const known = KNOWN.find((code) => code === error.code);
    return known ? t(`error.${known}`) : t('error.unexpected');
  };
}

/** Rules with a translation. Others show the API's sentence. */
const TOLD = new Set([
  'LENGTH',
  'CHARACTER',
  'ACCENTS',
  'EMAIL',
  'WEB_ADDRESS',
  'COUNT',
  'FUTURE',
  'DAYS_AHEAD',
  'METRIC',
  'IP_ADDRESS',
  'PASSWORD_COMMON',
  'PASSWORD_PERSONAL',
  'WRONG_PASSWORD',
  'WRONG_CODE',
  'REVIEWERS',
  'PUBLIC_ADDRESS',
  'COUNTRY',
  'TAX_ID',
  'NOTICE_DAYS',
  'SHA256',
] as const);

type Told = typeof TOLD extends Set<infer Rule> ? Rule : never;

const isTold = (rule: string | undefined): rule is Told => (TOLD as Set<string | undefined>).has(rule);

/** The translated text of a field error, or the API's sentence if there is none. */
export function useFieldText(): (problem: FieldProblem) => string {
  const { t } = useTranslation();
  return ({ message, rule, params = {} }) => {
    if (!isTold(rule)) return message;
    const codePoint = String(params['codePoint']);
    return t(`field.${rule}`, { ...params, character: t('character', { codePoint, context: codePoint }) });
  };
}
