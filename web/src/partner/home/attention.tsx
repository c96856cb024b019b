import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AttentionReason } from '../../generated/enums.ts';
import type { HomeClientsQuery } from '../../generated/partner/graphql.ts';
import { Card } from '../../shared/cards/card.tsx';
import { Help } from '../../shared/help/help.tsx';
import { TextLink } from '../../shared/layout/links.tsx';
import { Mark } from '../../shared/marks/mark.tsx';
import { StatusMark } from '../../shared/marks/status.mark.tsx';
import classes from './home.module.css';

const SHAPES = {
  [AttentionReason.Suspended]: 'bars',
  [AttentionReason.OnboardingOverdue]: 'triangle',
  [AttentionReason.NotOpened]: 'open',
} as const;

/** Clients that need attention, and why. */
export function Attention({ clients }: { clients: HomeClientsQuery['clientsNeedingAttention'] }) {
  const { t } = useTranslation('home');
  return (
    <Card
      isFlush
      title={t('partner.attention.title')}
      aside={<Help topic="attention" />}
      end={
        <TextLink to="/partner/clients" size="xs">
          {t('partner.attention.all')}
        </TextLink>
      }
    >
      {clients.length === 0 && <p className={classes['nothing']}>{t('partner.attention.none')}</p>}
      <ul className={classes['rows']}>
        {clients.map(({ reason, client: { id, companyName, subscriptionTier } }) => (
          <li key={id} className={classes['row']}>
            <Mark name={companyName} size={28} />
            <div className={classes['step']}>
              <Text size="sm" truncate>
                <TextLink to="/partner/clients/$id" params={{ id }} className={classes['name'] ?? ''}>
                  {companyName}
                </TextLink>{' '}
                <Text span size="xs" c="dimmed">
                  {subscriptionTier}
                </Text>
              </Text>
              <Text size="xs" c="var(--rg-text-2)">
                {t(`partner.attention.${reason}`)}
              </Text>
            </div>
            <StatusMark shape={SHAPES[reason]} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
