import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { shown } from '../shown.text.ts';

type Rule = (value: string) => string | null;

/** Checks before submission. The API decides, and its errors appear at the same fields. */
export function useFieldRules() {
  const { t } = useTranslation();
  return useMemo(() => {
    const characters =
      (min: number, max: number): Rule =>
      (value) => {
        const { length } = Array.from(shown(value));
        if (length >= min && length <= max) return null;
        return min === 0 ? t('field.atMost', { max }) : t('field.LENGTH', { min, max });
      };
    const required =
      (max: number): Rule =>
      (value) =>
        shown(value) === '' ? t('field.required') : characters(1, max)(value);
    const email: Rule = (value) =>
      required(254)(value) ??
      (/^[^\s@]+[@\uff20\ufe6b][^\s@]+[.\uff0e\u3002\uff61][^\s@]+$/.test(shown(value)) ? null : t('field.EMAIL'));
    return {
      required,
      email,
      optional: (max: number) => characters(0, max),
      /** Never trimmed. */
      newPassword: ((value) =>
        Array.from(value).length >= 12 && Array.from(value).length <= 128
          ? null
          : t('field.LENGTH', { min: 12, max: 128 })) satisfies Rule,
    };
  }, [t]);
}
