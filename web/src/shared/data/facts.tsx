import { DataList } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** List of names and values. */
export function Facts({ facts }: { facts: Record<string, ReactNode> }) {
  const { t } = useTranslation();
  return (
    <DataList orientation="vertical" gap="md">
      {Object.entries(facts).map(([name, value]) => (
        <DataList.Item key={name}>
          <DataList.ItemLabel>{name}</DataList.ItemLabel>
          <DataList.ItemValue style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {value ?? t('none')}
          </DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  );
}
