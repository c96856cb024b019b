import { Combobox, Textarea, useCombobox, type TextareaProps } from '@mantine/core';
import { useEffect, useState, type RefObject } from 'react';
import { Mark } from '../../../shared/marks/mark.tsx';
import classes from '../application.module.css';

interface MentionsInputProps extends TextareaProps {
  field: RefObject<HTMLTextAreaElement | null>;
  /** People that can be mentioned. */
  names: readonly string[];
}

/** The text between an @ and the cursor. */
const BEGUN = /(?:^|\s)@([^@\n]{0,40})$/;
/** Suggestions at once. */
const MOST = 6;

/** A text of several lines that suggests people after an @. */
export function MentionsInput({ field, names, onKeyDown, onChange, ...textarea }: MentionsInputProps) {
  const [begun, setBegun] = useState<string>();
  const isFound = (name: string) => begun !== undefined && name.toLowerCase().startsWith(begun.toLowerCase());
  const found = names.filter(isFound).slice(0, MOST);
  const isOpen = found.length > 0;
  const combobox = useCombobox({ opened: isOpen });
  const { selectFirstOption } = combobox;
  const [first] = found;
  useEffect(() => {
    if (first !== undefined) selectFirstOption();
  }, [first, selectFirstOption]);
  const insert = (name: string) => {
    const { current } = field;
    if (!current || begun === undefined) return;
    current.setRangeText(`${name} `, current.selectionStart - begun.length, current.selectionStart, 'end');
    current.dispatchEvent(new Event('input', { bubbles: true })); // the form takes it as typed
    setBegun(undefined);
    current.focus();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={insert} position="bottom-start" shadow="md">
      <Combobox.Target withKeyboardNavigation={isOpen}>
        <Textarea
          {...textarea}
          ref={field}
          onChange={(event) => {
            onChange?.(event);
            const { value, selectionStart } = event.currentTarget;
            setBegun(BEGUN.exec(value.slice(0, selectionStart))?.[1]);
          }}
          onKeyDown={(event) => {
            if (!isOpen) onKeyDown?.(event);
            else if (event.key === 'Escape') setBegun(undefined);
          }}
          onBlur={() => setBegun(undefined)}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options>
          {found.map((name) => (
            <Combobox.Option key={name} value={name} className={classes['person'] ?? ''}>
              <Mark name={name} kind="person" />
              {name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
