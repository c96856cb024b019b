import { Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/data/empty.state.tsx';
import type { RowAction } from '../shared/list/list.types.ts';
import { PeekActions, PeekFacts, PeekHeading, PeekPart } from '../shared/list/peek/peek.parts.tsx';
import { RelativeTime } from '../shared/time/relative.time.tsx';
import { useExpiry } from './key.columns.tsx';
import type { ApiKey } from './scopes.ts';

interface KeyPeekProps {
  apiKey: ApiKey | undefined;
  actions: readonly RowAction<ApiKey>[];
}

/** A key beside the list: what it may do, from where, and until when. */
export function KeyPeek({ apiKey, actions }: KeyPeekProps) {
  const { t } = useTranslation(['keys', 'common']);
  const expiryOf = useExpiry();
  if (!apiKey) return <EmptyState title={t('common:list.noneHere')} />;
  const { name, prefix, scopes, allowedAddresses, createdByName, lastUsedAt } = apiKey;
  return (
    <>
      <PeekHeading name={name} about={<Code>{prefix}…</Code>} state={null} />
      <PeekPart>
        <PeekFacts
          facts={{
            [t('access')]: scopes.map((scope) => t(`scope.${scope}`)).join(', '),
            [t('addresses')]: allowedAddresses.join(', '),
            [t('createdBy')]: createdByName,
            [t('lastUsed')]: lastUsedAt ? <RelativeTime at={lastUsedAt} form="ago" /> : t('never'),
            [t('expires')]: expiryOf(apiKey),
          }}
        />
      </PeekPart>
      <PeekActions item={apiKey} actions={actions} />
    </>
  );
}
