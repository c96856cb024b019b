import { Button, Drawer, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { IconFilter } from '../../icons.tsx';
import type { Filter, SearchChange } from '../list.types.ts';
import { FilterEditor } from './filter.editor.tsx';
import { isSet } from './chips.tsx';

interface FilterDrawerProps {
  filters: readonly Filter[];
  onSearch: (change: SearchChange) => void;
  onClear: () => void;
  /** Rows that match now. Undefined while loading. */
  total: number | undefined;
}

/** All filters of a phone, from below. */
export function FilterDrawer({ filters, onSearch, onClear, total }: FilterDrawerProps) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  const count = filters.filter(isSet).length;
  return (
    <>
      <Button variant="default" leftSection={<IconFilter size={16} aria-hidden />} onClick={open}>
        {count > 0 ? t('list.filtersSet', { count }) : t('list.filters')}
      </Button>
      <Drawer opened={isOpen} onClose={close} position="bottom" size="85%" title={t('list.filters')}>
        <Stack gap="lg" pb={80}>
          {filters.map((filter) => (
            <Stack key={filter.id} gap={8}>
              <Text fw={500}>{filter.label}</Text>
              <FilterEditor filter={filter} onSearch={onSearch} />
            </Stack>
          ))}
          {count > 0 && (
            <Button variant="subtle" onClick={onClear}>
              {t('list.clear')}
            </Button>
          )}
        </Stack>
        <Button fullWidth onClick={close} pos="sticky" bottom={16}>
          {total === undefined ? t('list.show') : t('list.showCount', { count: total })}
        </Button>
      </Drawer>
    </>
  );
}
