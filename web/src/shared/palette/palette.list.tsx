import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../keys/kbd.tsx';
import type { Entry, EntryGroup } from './entries.ts';
import { FoundLetters } from './found.letters.tsx';
import classes from './palette.module.css';

interface PaletteListProps {
  groups: EntryGroup[];
  /** Its letters are underlined. */
  wanted: string;
  current: Entry | undefined;
  /** Whether these are the results of the text before. */
  isOld: boolean;
  onOpen: (entry: Entry) => void;
  onPoint: (entry: Entry) => void;
}

export const optionId = ({ id }: Entry): string => `palette-${id.replaceAll(/[^\w-]/g, '_')}`;

/** The focus stays in the field, which names the current option. */
export function PaletteList({ groups, wanted, current, isOld, onOpen, onPoint }: PaletteListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const shown = current && optionId(current);
  useEffect(() => {
    if (shown) list.current?.querySelector(`#${CSS.escape(shown)}`)?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return (
    <div
      ref={list}
      id="palette-list"
      role="listbox"
      aria-label={t('palette.results')}
      className={classes['list']}
      data-old={isOld || undefined}
      hidden={groups.length === 0}
    >
      {groups.map((group) => (
        <Group key={group.label} label={group.label}>
          {group.entries.map((entry) => (
            <div
              key={entry.id}
              id={optionId(entry)}
              role="option"
              tabIndex={-1}
              aria-selected={entry === current}
              className={classes['option']}
              onClick={() => onOpen(entry)}
              onKeyDown={undefined}
              onMouseMove={() => onPoint(entry)}
            >
              {entry.icon}
              <span className={classes['name']}>
                <strong>
                  <FoundLetters text={entry.name} wanted={wanted} />
                </strong>
                {entry.detail !== undefined && <FoundLetters text={entry.detail} wanted={wanted} />}
              </span>
              {entry.right !== undefined && <span className={classes['right']}>{entry.right}</span>}
              {entry.keys !== undefined && <Kbd keys={entry.keys} />}
            </div>
          ))}
        </Group>
      ))}
    </div>
  );
}

function Group({ label, children }: { label: string; children: React.ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} className={classes['label']} role="presentation">
        {label}
      </div>
      {children}
    </div>
  );
}
