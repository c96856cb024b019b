import { ActionIcon, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconDots } from '../../icons.tsx';
import { Kbd } from '../../keys/kbd.tsx';
import type { RowAction } from '../list.types.ts';

interface RowMenuProps<Item> {
  name: string;
  item: Item;
  actions: readonly RowAction<Item>[];
}

/** Actions on one row. */
export function RowMenu<Item>({ name, item, actions }: RowMenuProps<Item>) {
  const { t } = useTranslation();
  const possible = actions.filter(({ applies }) => applies?.(item) ?? true);
  if (possible.length === 0) return null;
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('list.actionsOf', { name })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {possible.map(({ id, label, keys, isDanger, run }) => (
          <Menu.Item
            key={id}
            {...(isDanger ? { color: 'red' } : {})}
            rightSection={keys && <Kbd keys={keys} />}
            onClick={() => run([item])}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
