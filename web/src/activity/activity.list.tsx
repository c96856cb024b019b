import { Button, Stack, Text, Title } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api/ask.ts';
import { ActivityDocument, type ToldEventFragment } from '../generated/activity/graphql.ts';
import type { AuditAction } from '../generated/enums.ts';
import { EmptyState } from '../shared/data/empty.state.tsx';
import { Loading } from '../shared/data/loading.tsx';
import { useFormat } from '../shared/format.ts';
import { Problem } from '../shared/problem.tsx';
import { dayOf, startOf } from '../shared/time/days.ts';
import { useNow } from '../shared/time/now.ts';
import { useTimeZone } from '../shared/time/time.zone.ts';
import { ActivityRow } from './activity.row.tsx';
import classes from './activity.module.css';
import type { ObjectLink } from './sentence.tsx';

export interface ActivityFilter {
  types?: AuditAction[] | undefined;
  actorIds?: string[] | undefined;
  targetId?: string | undefined;
  resellerId?: string | undefined;
  search?: string | undefined;
  /** First and last day. */
  since?: string | undefined;
  until?: string | undefined;
}

interface ActivityListProps {
  label: string;
  filter: ActivityFilter;
  link: ObjectLink;
  /** Whether rows name the partner. */
  showsPartner?: boolean;
  /** Shown if no event matches. */
  empty?: ReactNode;
  /** Shows only so many events. */
  latest?: number;
}

const LIMIT = 40;

/** The events of a filter in sentences, newest first, by day. */
export function ActivityList({ label, filter, link, showsPartner = false, empty, latest }: ActivityListProps) {
  const { t } = useTranslation('activity');
  const answer = useActivity(filter, latest);
  const { data, error, refetch, isFetching, isPlaceholderData } = answer;
  const timeZone = useTimeZone();
  const events = data?.pages.flatMap(({ auditEvents }) => auditEvents.items);
  if (!events) return error ? <Problem error={error} retry={refetch} isRetrying={isFetching} /> : <Loading />;
  if (events.length === 0) return empty ?? <EmptyState title={t('none')} />;
  return (
    <section aria-label={label} data-old={isPlaceholderData || undefined} className={classes['list']}>
      {error && <Problem error={error} retry={refetch} isRetrying={isFetching} />}
      {[...Map.groupBy(events, ({ occurredAt }) => dayOf(occurredAt, timeZone))].map(([day, ofDay]) => (
        <Day key={day} day={day} events={ofDay} link={link} showsPartner={showsPartner} />
      ))}
      {answer.hasNextPage && latest === undefined && (
        <Older isLoading={answer.isFetchingNextPage} onLoad={() => void answer.fetchNextPage()} />
      )}
    </section>
  );
}

/** Loads older events when it comes into sight. The button is for keyboards, and after a failure. */
function Older({ isLoading, onLoad }: { isLoading: boolean; onLoad: () => void }) {
  const { t } = useTranslation('activity');
  const { ref, entry } = useIntersection();
  const isInSight = entry?.isIntersecting ?? false;
  const load = useEffectEvent(onLoad);
  useEffect(() => {
    if (isInSight) load();
  }, [isInSight]);
  return (
    <Stack align="center" p="sm" ref={ref}>
      <Button variant="default" loading={isLoading} onClick={onLoad}>
        {t('older')}
      </Button>
    </Stack>
  );
}

/** Reads page after page by cursor, so that new events move nothing. */
function useActivity(days: ActivityFilter, limit = LIMIT) {
  const filter = useEventFilter(days);
  return useInfiniteQuery({
    queryKey: [ActivityDocument.toString(), filter, limit],
    queryFn: ({ pageParam, signal }) => ask(ActivityDocument, { filter, limit, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ auditEvents: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
  });
}

/** The API's filter. Days begin in the user's time zone. */
export function useEventFilter({ since, until, ...rest }: ActivityFilter) {
  const timeZone = useTimeZone();
  return {
    ...rest,
    from: since && startOf(since, timeZone).toISOString(),
    to: until && startOf(until, timeZone, 1).toISOString(),
  };
}

interface DayProps extends Pick<ActivityListProps, 'link' | 'showsPartner'> {
  day: string;
  events: ToldEventFragment[];
}

function Day({ day, events, link, showsPartner = false }: DayProps) {
  const title = useDayTitle()(day, events[0]?.occurredAt ?? day);
  return (
    <>
      <Title order={2} className={classes['day'] ?? ''}>
        {title}
      </Title>
      <ul className={classes['rows']}>
        {events.map((event) => (
          <ActivityRow key={event.id} event={event} link={link} showsPartner={showsPartner} />
        ))}
      </ul>
    </>
  );
}

function useDayTitle(): (day: string, moment: string) => string {
  const { t } = useTranslation('activity');
  const { weekday } = useFormat();
  const timeZone = useTimeZone();
  const today = dayOf(useNow(), timeZone);
  const yesterday = dayOf(startOf(today, timeZone, -1), timeZone);
  return (day, moment) => {
    if (day === today) return t('today', { day: weekday(moment) });
    return day === yesterday ? t('yesterday', { day: weekday(moment) }) : weekday(moment);
  };
}

/** Names the time zone in which days are counted. */
export function ZoneName() {
  const { t } = useTranslation('activity');
  return (
    <Text size="xs" className={classes['zone'] ?? ''}>
      {t('zone', { zone: useTimeZone() })}
    </Text>
  );
}
