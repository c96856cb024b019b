import { Menu, Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { IconPlus, IconX } from '../../icons.tsx';
import type { Filter, SearchChange } from '../list.types.ts';
import classes from './chips.module.css';
import { FilterEditor } from './filter.editor.tsx';

interface ChipsProps {
  filters: readonly Filter[];
  onSearch: (change: SearchChange) => void;
}

export const isSet = (filter: Filter): boolean =>
  filter.kind === 'choices' ? filter.values.length > 0 : filter.from !== undefined || filter.to !== undefined;

/** The change that ends a filter. */
export const ended = (filter: Filter): SearchChange =>
  filter.kind === 'choices' ? filter.change(undefined) : filter.change(undefined, undefined);

/** A chip for each filter that is set, and a button that adds one. */
export function Chips({ filters, onSearch }: ChipsProps) {
  const { t } = useTranslation();
  const [added, setAdded] = useState<string>();
  const shown = filters.filter((filter) => isSet(filter) || filter.id === added);
  const others = filters.filter((filter) => !shown.includes(filter));
  return (
    <>
      {shown.map((filter) => (
        <Chip
          key={filter.id}
          filter={filter}
          onSearch={onSearch}
          isNew={filter.id === added}
          onClosed={() => setAdded(undefined)}
        />
      ))}
      {others.length > 0 && (
        <Menu position="bottom-start" width={200} returnFocus={false}>
          <Menu.Target>
            <UnstyledButton className={`${classes['chip']} ${classes['add']}`}>
              <IconPlus size={12} aria-hidden /> {t('list.filter')}
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(({ id, label }) => (
              <Menu.Item key={id} onClick={() => setAdded(id)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

interface ChipProps {
  filter: Filter;
  onSearch: (change: SearchChange) => void;
  /** Opens at once. */
  isNew: boolean;
  onClosed: () => void;
}

function Chip({ filter, onSearch, isNew, onClosed }: ChipProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(isNew);
  const value = useValue(filter);
  const toggle = (open: boolean) => {
    setIsOpen(open);
    if (!open) onClosed();
  };
  return (
    <Popover
      opened={isOpen}
      onChange={toggle}
      position="bottom-start"
      width={260}
      trapFocus
      returnFocus
      // The chip is no button: the one in it says whether it is open.
      withRoles={false}
    >
      <Popover.Target>
        <span className={classes['chip']}>
          <UnstyledButton
            className={classes['value'] ?? ''}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            onClick={() => toggle(!isOpen)}
          >
            <span className={classes['key']}>{filter.label}</span> {value}
          </UnstyledButton>
          {isSet(filter) && (
            <UnstyledButton
              className={classes['end'] ?? ''}
              aria-label={t('list.endFilter', { name: filter.label })}
              onClick={() => {
                onSearch(ended(filter));
                onClosed();
              }}
            >
              <IconX size={12} aria-hidden />
            </UnstyledButton>
          )}
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={filter.label}>
        <FilterEditor filter={filter} onSearch={onSearch} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Values that a chip shows before "+ 2". */
const SHOWN = 2;

function useValue(filter: Filter): string {
  const { t } = useTranslation();
  const { dayOf } = useFormat();
  if (filter.kind === 'choices') {
    const names = filter.values.map((value) => filter.options.find((option) => option.value === value)?.label ?? value);
    const more = names.length - SHOWN;
    return `${names.slice(0, SHOWN).join(', ')}${more > 0 ? ` + ${more}` : ''}`;
  }
  const { from, to } = filter;
  const last = to && dayOf(new Date(Date.parse(to) - 1));
  if (from && last) return `${dayOf(from)} – ${last}`;
  if (from) return t('list.since', { date: dayOf(from) });
  return last ? t('list.until', { date: last }) : '';
}
