import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/cards/card.tsx';
import { IconCheck } from '../../shared/icons.tsx';
import { ButtonLink } from '../../shared/layout/links.tsx';
import { StatusMark } from '../../shared/marks/status.mark.tsx';
import classes from './home.module.css';
import type { Step } from './steps.ts';

/** A checklist that ticks itself. Hidden once all is done. */
export function FirstSteps({ steps }: { steps: Step[] }) {
  const { t } = useTranslation('home');
  const open = steps.filter(({ isDone }) => !isDone);
  const done = steps.filter(({ isDone }) => isDone);
  if (open.length === 0) return null;
  const progress = t('partner.steps.done', { done: done.length, total: steps.length });
  return (
    <Card
      title={t('partner.steps.title')}
      end={
        <>
          <Progress w={64} size="sm" color="green" value={(100 * done.length) / steps.length} aria-hidden />
          <Text span size="sm" c="dimmed">
            {progress}
          </Text>
        </>
      }
    >
      <ul className={classes['steps']}>
        {open.map(({ name, to }) => (
          <li key={name}>
            <StatusMark shape="dashed" size={16} />
            <div className={classes['step']}>
              <Text size="sm" fw={500}>
                {t(`partner.steps.${name}.title`)}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`partner.steps.${name}.text`)}
              </Text>
            </div>
            <ButtonLink
              to={to}
              size="compact-sm"
              variant="default"
              aria-label={`${t(`partner.steps.${name}.action`)}: ${t(`partner.steps.${name}.title`)}`}
            >
              {t(`partner.steps.${name}.action`)}
            </ButtonLink>
          </li>
        ))}
        {done.length > 0 && (
          <li>
            <IconCheck size={16} stroke={1.5} aria-hidden />
            <Text size="xs" c="dimmed">
              {t('partner.steps.finished', {
                steps: done.map(({ name }) => t(`partner.steps.${name}.title`)).join(', '),
              })}
            </Text>
          </li>
        )}
      </ul>
    </Card>
  );
}
