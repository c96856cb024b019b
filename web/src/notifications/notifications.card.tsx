import { NativeSelect, Switch } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../api/ask.ts';
import { queryClient } from '../api/query.client.ts';
import { NotificationEmail } from '../generated/enums.ts';
import {
  NotificationSettingsDocument,
  UpdateNotificationSettingsDocument,
  type NotificationSettingsQuery,
} from '../generated/notifications/graphql.ts';
import { Card } from '../security/card.tsx';
import { Problem } from '../shared/problem.tsx';
import { showToast } from '../shared/toasts.tsx';
import classes from './notifications.module.css';

const { queryKey } = query(NotificationSettingsDocument, {});
const mutationKey = ['changeNotificationSetting'];

type Setting = NotificationSettingsQuery['notificationSettings']['kinds'][number];

/** How the user is told of each kind. A change shows at once and is saved, and the next one starts from what is shown. */
export function NotificationsCard() {
  const { t } = useTranslation('notifications');
  const { data, error, refetch } = useQuery(query(NotificationSettingsDocument, {}));
  const { mutate, error: problem } = useMutation({
    mutationKey,
    scope: { id: 'notificationSettings' }, // one after another
    mutationFn: async (setting: Setting) => ask(UpdateNotificationSettingsDocument, { settings: [setting] }),
    onMutate: async (setting) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      const kinds = before?.notificationSettings.kinds.map((each) => (each.kind === setting.kind ? setting : each));
      if (kinds) queryClient.setQueryData(queryKey, { notificationSettings: { kinds } });
      return before;
    },
    onSuccess: () => showToast(t('saved')),
    onError: (_error, _setting, before) => queryClient.setQueryData(queryKey, before),
    // After the last of several, shows what is saved.
    onSettled: () => {
      if (queryClient.isMutating({ mutationKey }) === 1) void queryClient.invalidateQueries({ queryKey });
    },
  });
  return (
    <Card title={t('settings.title')} lead={t('settings.lead')}>
      <Problem error={error} retry={refetch} />
      <Problem error={problem} />
      <table className={classes['settings']}>
        <thead>
          <tr>
            <th scope="col">{t('settings.kind')}</th>
            <th scope="col">{t('settings.inApp')}</th>
            <th scope="col">{t('settings.email')}</th>
          </tr>
        </thead>
        <tbody>
          {data?.notificationSettings.kinds.map((setting) => (
            <SettingRow key={setting.kind} setting={setting} change={mutate} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function SettingRow({ setting, change }: { setting: Setting; change: (setting: Setting) => void }) {
  const { t } = useTranslation('notifications');
  const kind = t(`kind.${setting.kind}`);
  return (
    <tr>
      <th scope="row">{kind}</th>
      <td>
        <Switch
          checked={setting.inApp}
          aria-label={`${t('settings.inApp')}: ${kind}`}
          onChange={({ currentTarget }) => change({ ...setting, inApp: currentTarget.checked })}
        />
      </td>
      <td>
        <NativeSelect
          value={setting.email}
          aria-label={`${t('settings.email')}: ${kind}`}
          data={Object.values(NotificationEmail).map((value) => ({ value, label: t(`emails.${value}`) }))}
          onChange={({ currentTarget }) => change({ ...setting, email: currentTarget.value as NotificationEmail })}
        />
      </td>
    </tr>
  );
}
