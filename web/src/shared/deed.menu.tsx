import { Button, Menu } from '@mantine/core';
import { IconDots } from './icons.tsx';

interface DeedMenuProps<Deed extends string> {
  /** Accessible name of the menu. */
  label: string;
  deeds: readonly Deed[];
  /** The destructive action, if there is one. */
  dangerous: Deed;
  textOf: (deed: Deed) => string;
  onChoose: (deed: Deed) => void;
}

/** Menu with the actions of a table row. */
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
