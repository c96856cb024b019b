import { Code, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '../shared/data/tone.badge.tsx';
import { useFormat } from '../shared/format.ts';
import { IconKey } from '../shared/icons.tsx';
import type { Column } from '../shared/list/list.types.ts';
import { RelativeTime } from '../shared/time/relative.time.tsx';
import { KeySort } from './keys.search.ts';
import type { ApiKey } from './scopes.ts';

export function useKeyColumns(): Column<ApiKey>[] {
  const { t } = useTranslation('keys');
  const expiryOf = useExpiry();
  return [
    {
      id: 'name',
      title: t('name'),
      sortBy: KeySort.NAME,
      render: ({ name, replacedBy }) => (
        <Group gap={8} wrap="nowrap">
          <span style={{ display: 'flex', flexShrink: 0 }}>
            <IconKey size={16} stroke={1.5} aria-hidden />
          </span>
          <span>{name}</span>
          {replacedBy && <ToneBadge color="gray">{t('replaced')}</ToneBadge>}
        </Group>
      ),
    },
    {
      id: 'prefix',
      title: t('prefix'),
      width: 120,
      from: 'md',
      render: ({ prefix }) => <Code>{prefix}…</Code>,
    },
    {
      id: 'access',
      title: t('access'),
      width: 90,
      card: 'line',
      render: ({ scopes }) => scopes.map((scope) => t(`scope.${scope}`)).join(', '),
    },
    {
      id: 'addresses',
      title: t('addresses'),
      width: 160,
      from: 'lg',
      render: ({ allowedAddresses: addresses }) =>
        addresses.length > 0 && (
          <span title={addresses.join('\n')}>{t('addressesCount', { count: addresses.length })}</span>
        ),
    },
    { id: 'by', title: t('createdBy'), width: 120, from: 'md', render: ({ createdByName }) => createdByName },
    {
      id: 'used',
      title: t('lastUsed'),
      sortBy: KeySort.LAST_USED,
      width: 90,
      from: 'sm',
      card: 'side',
      render: ({ lastUsedAt }) => (lastUsedAt ? <RelativeTime at={lastUsedAt} /> : t('never')),
    },
    {
      id: 'expires',
      title: t('expires'),
      sortBy: KeySort.EXPIRES,
      width: 150,
      from: 'sm',
      card: 'line',
      render: expiryOf,
    },
  ];
}

/** Replaced keys end at a time of day, others with a day. */
export function useExpiry(): (key: ApiKey) => string {
  const { t } = useTranslation('keys');
  const { date, dateTime } = useFormat();
  return ({ expiresAt, replacedBy }) => {
    if (expiresAt == null) return t('never');
    return replacedBy ? dateTime(expiresAt) : date(expiresAt);
  };
}
