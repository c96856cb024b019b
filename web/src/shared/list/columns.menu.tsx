import { ActionIcon, Button, Checkbox, Group, Popover, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconChevronDown, IconChevronUp, IconColumns } from '../icons.tsx';
import type { ChosenColumns } from './columns.ts';

/** Chooses and moves columns. */
export function ColumnsMenu<Item>({ columns }: { columns: ChosenColumns<Item> }) {
  const { t } = useTranslation();
  const { all, isShown, toggle, move, reset, isChanged } = columns;
  return (
    <Popover position="bottom-end" trapFocus returnFocus width={260}>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('list.columns')} title={t('list.columns')}>
          <IconColumns size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('list.columns')}>
        <Stack gap={6}>
          {all.map(({ id, title }, index) => (
            <Group key={id} justify="space-between" wrap="nowrap" gap="xs">
              <Checkbox size="xs" label={title} checked={isShown(id)} onChange={() => toggle(id)} />
              <Group gap={2} wrap="nowrap">
                {([-1, 1] as const).map((by) => (
                  <ActionIcon
                    key={by}
                    variant="subtle"
                    color="gray"
                    size={24}
                    disabled={index + by < 0 || index + by >= all.length}
                    aria-label={t(by < 0 ? 'list.moveUp' : 'list.moveDown', { name: title })}
                    onClick={() => move(id, by)}
                  >
                    {by < 0 ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
                  </ActionIcon>
                ))}
              </Group>
            </Group>
          ))}
          {isChanged && (
            <Button size="compact-xs" variant="subtle" onClick={reset}>
              {t('list.columnsReset')}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
