import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../shared/marks/status.mark.tsx';
import type { Terms } from '../tier.values.ts';
import { useTierWords } from '../tier.words.ts';
import { RequirementList, TermFacts } from './term.facts.tsx';
import classes from './terms.module.css';

const SHAPES = { planned: 'half', inEffect: 'disc', past: 'over' } as const;

interface VersionProps {
  terms: Terms;
  /** The version that it replaces. What differs is marked. */
  before: Terms | undefined;
  state: keyof typeof SHAPES;
  /** Undefined if no other version follows. */
  lastDay: string | undefined;
  action: ReactNode;
}

/** One version of a tier in its timeline. */
export function TermsVersion({ terms, before, state, lastDay, action }: VersionProps) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  const from = words.day(terms.effectiveFrom);
  const when =
    lastDay !== undefined
      ? t('terms.until', { from, to: words.day(lastDay) })
      : t(state === 'planned' ? 'terms.from' : 'terms.since', { date: from });
  return (
    <li>
      <StatusMark shape={SHAPES[state]} />
      <div className={classes['head']}>
        <Text span size="sm" fw={600}>
          {t(`terms.${state}`)}
        </Text>
        <Text span size="sm" c="dimmed">
          {when}
        </Text>
        {action}
      </div>
      <Benefits terms={terms} before={before} />
      <TermFacts terms={terms} />
      <Text size="xs" c="dimmed" mt="sm">
        {t('terms.asks')}
      </Text>
      <RequirementList terms={terms} />
    </li>
  );
}

/** With those that came and went since the version before. */
function Benefits({ terms, before }: Pick<VersionProps, 'terms' | 'before'>) {
  const { t } = useTranslation('tiers');
  const words = useTierWords();
  const gone = before?.benefits.filter((benefit) => !terms.benefits.includes(benefit)) ?? [];
  const isNew = (benefit: Terms['benefits'][number]) => before !== undefined && !before.benefits.includes(benefit);
  return (
    <ul className={classes['benefits']}>
      {terms.benefits.map((benefit) => (
        <li key={benefit}>
          {words.benefit(benefit)}{' '}
          {isNew(benefit) && (
            <Badge variant="light" color="green" size="sm">
              {t('terms.plus')}
            </Badge>
          )}
        </li>
      ))}
      {gone.map((benefit) => (
        <li key={benefit}>
          <span className={classes['gone']}>{words.benefit(benefit)}</span>{' '}
          <Badge variant="light" color="gray" size="sm">
            {t('terms.minus')}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
