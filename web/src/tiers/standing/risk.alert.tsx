import { Alert, List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconAlertTriangle } from '../../shared/icons.tsx';
import { below, daysUntil, type Standing } from '../tier.values.ts';
import { useTierWords } from '../tier.words.ts';

interface RiskProps {
  standing: Pick<Standing, 'tier' | 'graceUntil' | 'values'>;
  /** Speaks about the partner, not to it. */
  isAbout?: boolean;
  /** The way to the page that says more. */
  children?: ReactNode;
}

/** A tier at risk: until when, and what to do. Nothing if it is not at risk. */
export function RiskAlert({ standing: { tier, graceUntil, values }, isAbout = false, children }: RiskProps) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  const lower = below(tier);
  if (graceUntil == null || !lower) return null;
  const days = daysUntil(graceUntil);
  return (
    <Alert
      color="amber"
      flex="none"
      icon={<IconAlertTriangle aria-hidden />}
      title={`${t('risk.title', { tier: words.tier(tier), date: words.day(graceUntil) })} · ${
        days > 0 ? t('risk.left', { count: days }) : t('risk.lastDay')
      }`}
    >
      <Text size="sm">{t(isAbout ? 'risk.meansOf' : 'risk.means', { tier: words.tier(lower) })}</Text>
      <List size="sm" mt={4}>
        {values
          .filter(({ met }) => met === false)
          .map(({ metric, partnershipType, value, required }) => (
            <List.Item key={`${partnershipType} ${metric}`}>
              {t('risk.todo', {
                metric: words.metric(metric),
                value: words.value(metric, value ?? 0),
                required: words.value(metric, required),
              })}
            </List.Item>
          ))}
      </List>
      {children}
    </Alert>
  );
}
