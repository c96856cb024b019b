import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Sentence, useActorName } from '../../activity/sentence.tsx';
import { query } from '../../api/ask.ts';
import { ActivityDocument } from '../../generated/activity/graphql.ts';
import { Card } from '../../shared/cards/card.tsx';
import { TextLink } from '../../shared/layout/links.tsx';
import { Mark } from '../../shared/marks/mark.tsx';
import { Problem } from '../../shared/problem.tsx';
import { RelativeTime } from '../../shared/time/relative.time.tsx';
import { partnerLink } from '../object.link.tsx';
import classes from './home.module.css';

const LIMIT = 5;

/** The last events of the account. */
export function ActivityCard() {
  const { t } = useTranslation('home');
  const nameOf = useActorName();
  const { data, error, refetch, isFetching } = useQuery(query(ActivityDocument, { limit: LIMIT }));
  const events = data?.auditEvents.items;
  return (
    <Card
      title={t('partner.activity.title')}
      end={
        <TextLink to="/partner/activity" size="xs">
          {t('partner.activity.all')}
        </TextLink>
      }
    >
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      {events?.length === 0 && <Text size="sm">{t('partner.activity.none')}</Text>}
      <ul className={classes['events']}>
        {events?.map((event) => (
          <li key={event.id}>
            <Mark name={nameOf(event.actor)} kind="person" />
            <span className={classes['step']}>
              <Sentence event={event} link={partnerLink} />
            </span>
            <Text span size="xs" c="dimmed">
              <RelativeTime at={event.occurredAt} />
            </Text>
          </li>
        ))}
      </ul>
    </Card>
  );
}
