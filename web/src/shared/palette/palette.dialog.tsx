import { Modal, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Viewer } from '../../session/session.store.ts';
import { IconSearch } from '../icons.tsx';
import { Kbd } from '../keys/kbd.tsx';
import { runOnPage } from '../keys/keys.ts';
import type { MenuGroup } from '../layout/navigation/menu.ts';
import { Mark } from '../marks/mark.tsx';
import { Problem } from '../problem.tsx';
import { matching, peekOf, withEntries, type Entry, type EntryGroup } from './entries.ts';
import classes from './palette.module.css';
import { PaletteList, optionId } from './palette.list.tsx';
import { useRecent } from './recent.ts';
import { useCommands } from './use.commands.tsx';
import { useFound } from './use.found.tsx';

/** Milliseconds without a key until the API is asked. */
const PAUSE = 120;

interface PaletteDialogProps {
  onClose: () => void;
  menu: MenuGroup[];
  viewer: Viewer;
  onSignOut: () => void;
}

export function PaletteDialog({ onClose, menu, viewer, onSignOut }: PaletteDialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { groups, wanted, found } = useGroups(typed, { menu, viewer, onSignOut });
  const open = useOpening(onClose);
  const entries = groups.flatMap((group) => group.entries);
  const current = entries[Math.min(at, entries.length - 1)];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, entries.length - 1) + step + entries.length) % entries.length);
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      open(current, event.ctrlKey || event.metaKey);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      centered={false}
      yOffset={92}
      padding={0}
      withCloseButton={false}
      transitionProps={{ transition: 'fade', duration: 120 }}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
    >
      <div className={classes['head']}>
        <IconSearch size={16} stroke={1.5} aria-hidden />
        <input
          className={classes['input']}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          maxLength={200}
          placeholder={t('palette.placeholder')}
          aria-label={t('palette.open')}
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={current && optionId(current)}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        {wanted !== '' && <span className={classes['count']}>{t('palette.found', { count: entries.length })}</span>}
        <Kbd keys="escape" isAlways />
      </div>
      <VisuallyHidden role="status">{wanted !== '' && t('palette.found', { count: entries.length })}</VisuallyHidden>
      <Problem error={found.error} retry={found.refetch} />
      <PaletteList
        groups={groups}
        wanted={wanted}
        current={current}
        isOld={found.isOld}
        onOpen={(entry) => open(entry)}
        onPoint={(entry) => setAt(entries.indexOf(entry))}
      />
      {entries.length === 0 && !found.isFetching && (
        <div className={classes['empty']}>{t('palette.nothing', { text: wanted })}</div>
      )}
      <div className={classes['foot']} aria-hidden>
        <span>
          <Kbd keys="arrowup arrowdown" isAlways /> {t('palette.move')}
        </span>
        <span>
          <Kbd keys="enter" isAlways /> {t('palette.enter')}
        </span>
        <span>
          <Kbd keys="mod+enter" isAlways /> {t('palette.peek')}
        </span>
        <span>
          <Kbd keys=">" isAlways /> {t('palette.commandsOnly')}
        </span>
      </div>
    </Modal>
  );
}

/** Commands of the page first, then what the API finds, then pages and commands of other pages. */
function useGroups(typed: string, commands: Parameters<typeof useCommands>[0]) {
  const { t } = useTranslation();
  const isCommand = typed.startsWith('>');
  const wanted = (isCommand ? typed.slice(1) : typed).trim();
  const [settled] = useDebouncedValue(wanted, PAUSE);
  const found = useFound(isCommand ? '' : wanted && settled, commands.viewer);
  const { here, pages, other } = useCommands(commands);
  const [recent] = useRecent();
  const last: EntryGroup = {
    label: t('palette.recent'),
    entries: recent.map(({ id, name, path }): Entry => ({
      id: `recent ${id}`,
      name,
      icon: <Mark name={name} />,
      path,
      isObject: true,
    })),
  };
  const groups = () => {
    if (isCommand) return matching([here, pages, other], wanted);
    if (wanted === '') return withEntries([last, here, pages]);
    return withEntries([...matching([here], wanted), ...found.groups, ...matching([pages, other], wanted)]);
  };
  return { groups: groups(), wanted, found };
}

/** Opens a page or its panel, or runs a command. Remembers opened objects. */
function useOpening(onClose: () => void): (entry: Entry, isPeek?: boolean) => void {
  const { history } = useRouter();
  const [, remember] = useRecent();
  return (entry, isPeek = false) => {
    const { id, name, path, pageKey, isObject, run } = entry;
    onClose();
    if (path !== undefined && pageKey !== undefined) runOnPage(path, pageKey);
    if (path !== undefined) history.push((isPeek && peekOf(entry)) || path);
    if (path !== undefined && isObject) remember({ id: id.replace('recent ', ''), name, path });
    // After the dialog has given the focus back.
    if (run) setTimeout(run);
  };
}
