import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Logo and name. White label replaces both. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <Group gap="xs" wrap="nowrap">
      <img src="/favicon.svg" alt="" width={24} height={24} />
      <Text fw={600} fz={14} style={{ letterSpacing: '-0.01em', whiteSpace: 'nowrap' }}>
        {t('product')}
      </Text>
    </Group>
  );
}
