import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';

interface DeedMenuProps<Deed extends string> {
  /** Names the thing that the menu changes. */
  label: string;
  deeds: readonly Deed[];
  /** The one that ends something, if it is among them. */
  dangerous: Deed;
  textOf: (deed: Deed) => string;
  onChoose: (deed: Deed) => void;
}

/** What can be done to a row of a list. */
export function DeedMenu<Deed extends string>({ label, deeds, dangerous, textOf, onChoose }: DeedMenuProps<Deed>) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" aria-label={label}>
          <IconDots size={16} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {deeds.map((deed) => (
          <Menu.Item key={deed} {...(deed === dangerous ? { color: 'red' } : {})} onClick={() => onChoose(deed)}>
            {textOf(deed)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
