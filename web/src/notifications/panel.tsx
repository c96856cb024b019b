import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../api/ask.ts';
import { queryClient } from '../api/query.client.ts';
import {
  MarkNotificationsReadDocument,
  NewestNotificationsDocument,
  UnreadNotificationsDocument,
  type MarkNotificationsReadMutationVariables,
} from '../generated/notifications/graphql.ts';
import { EmptyState } from '../shared/data/empty.state.tsx';
import { Loading } from '../shared/data/loading.tsx';
import { Problem } from '../shared/problem.tsx';
import { NotificationRow } from './notification.row.tsx';
import classes from './notifications.module.css';

/** The newest notifications. One is read once it is opened, or all at once. */
export function NotificationPanel({ close }: { close: () => void }) {
  const { t } = useTranslation('notifications');
  const { data, error, refetch } = useQuery(query(NewestNotificationsDocument, {}));
  const { mutate, error: problem } = useMutation({ mutationFn: markRead });
  if (!data) return error ? <Problem error={error} retry={refetch} /> : <Loading />;
  const { items, pageInfo } = data.notifications;
  const [newest] = items;
  if (!newest) {
    return (
      <EmptyState title={t('none')}>
        <Text size="sm">{t('noneMeans')}</Text>
      </EmptyState>
    );
  }
  return (
    <>
      <Group justify="flex-end" mb="xs">
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => mutate({ until: newest.createdAt })}
          disabled={items.every(({ readAt }) => readAt)}
        >
          {t('readAll')}
        </Button>
      </Group>
      <Problem error={problem} />
      <ul className={classes['list']}>
        {items.map((item) => (
          <NotificationRow
            key={item.id}
            item={item}
            open={() => {
              if (!item.readAt) mutate({ ids: [item.id] });
              close();
            }}
            markRead={() => mutate({ ids: [item.id] })}
          />
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <Text size="xs" c="dimmed" mt="sm">
          {t('newestOnly', { count: items.length })}
        </Text>
      )}
    </>
  );
}

async function markRead(which: MarkNotificationsReadMutationVariables): Promise<void> {
  const { markNotificationsRead } = await ask(MarkNotificationsReadDocument, which);
  const { queryKey } = query(UnreadNotificationsDocument, {});
  queryClient.setQueryData(queryKey, { unreadNotifications: markNotificationsRead });
  await queryClient.invalidateQueries({ queryKey: query(NewestNotificationsDocument, {}).queryKey });
}
