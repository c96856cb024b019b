import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../shared/marks/status.mark.tsx';
import type { StandingValue } from '../tier.values.ts';
import { useTierWords } from '../tier.words.ts';
import classes from './standing.module.css';

interface Measured extends Pick<
  StandingValue,
  'metric' | 'value' | 'required' | 'met' | 'partnershipType' | 'missing'
> {
  /** Says what is missing, too. */
  saysMissing?: boolean;
}

/** The requirements of a tier, each as a bar that is full if it is met. */
export function RequirementBars({ values, saysMissing }: { values: readonly Measured[]; saysMissing?: boolean }) {
  return (
    <ul className={classes['bars']}>
      {values.map((each) => (
        <RequirementBar key={`${each.partnershipType} ${each.metric}`} {...each} saysMissing={saysMissing ?? false} />
      ))}
    </ul>
  );
}

function RequirementBar({ metric, value, required, met, missing, saysMissing = false }: Measured) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  const share = value == null ? 0 : Math.min(1, value / required);
  return (
    <li>
      <Text span size="sm">
        {words.metric(metric)}
      </Text>
      <span className={classes['track']} aria-hidden>
        <span data-met={met === true || undefined} style={{ width: `${100 * share}%` }} />
      </span>
      <Text span size="sm" className={classes['value'] ?? ''}>
        {value == null
          ? t('own.noData')
          : t('own.of', { value: words.value(metric, value), required: words.value(metric, required) })}
        {saysMissing && missing > 0 && (
          <Text span size="xs" c="dimmed" display="block">
            {t('own.missing', { value: words.value(metric, missing) })}
          </Text>
        )}
      </Text>
      <span className={classes['met']} title={t(met ? 'own.met' : 'own.unmet')}>
        <StatusMark shape={met ? 'tick' : 'dashed'} />
        <span className={classes['hidden']}>{t(met ? 'own.met' : 'own.unmet')}</span>
      </span>
    </li>
  );
}
