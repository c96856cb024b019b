import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Logo and name. White label replaces both. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <Group gap="xs" wrap="nowrap">
      <img src="/favicon.svg" alt="" width={28} height={28} />
      <Text fw={700} style={{ letterSpacing: '-0.01em', whiteSpace: 'nowrap' }}>
        {t('product')}
      </Text>
    </Group>
  );
}
