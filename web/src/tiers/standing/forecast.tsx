import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../shared/marks/status.mark.tsx';
import type { StandingValue } from '../tier.values.ts';
import { useTierWords } from '../tier.words.ts';
import classes from './standing.module.css';

interface ForecastProps {
  values: readonly StandingValue[];
  /** Speaks about the partner, not to it. */
  isAbout?: boolean;
}

/** The next 90 days if nothing changes: a sentence for each requirement that will be newly met or missed. */
export function Forecast({ values, isAbout = false }: ForecastProps) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  const changing = values.filter(({ met, forecast }) => forecast.met !== met && (met ?? forecast.met) !== null);
  if (values.length === 0) return null;
  const sentences = changing.map(({ metric, required, met, forecast }) => {
    const { on, value, reason, count, firstOn } = forecast;
    const why = t(`forecast.why.${reason}`, { count, first: firstOn ? words.day(firstOn) : '', defaultValue: '' });
    const told = {
      date: words.day(on),
      metric: words.metric(metric),
      value: value == null ? t('forecast.noData') : words.value(metric, value),
      required: words.value(metric, required),
      why,
    };
    const kind = met ? 'lost' : 'gained';
    return { metric, isLost: met === true, text: t(isAbout ? `forecast.${kind}Of` : `forecast.${kind}`, told).trim() };
  });
  if (sentences.length === 0) {
    return (
      <Text size="xs" c="dimmed" mt="sm">
        {t('forecast.same')}
      </Text>
    );
  }
  return sentences.map(({ metric, isLost, text }) => (
    <div key={metric} className={classes['forecast']} data-late={isLost || undefined}>
      <StatusMark shape={isLost ? 'diamond' : 'half'} />
      <Text size="sm">{text}</Text>
    </div>
  ));
}
