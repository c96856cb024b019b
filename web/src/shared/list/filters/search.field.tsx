import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { IconSearch } from '../../icons.tsx';
import { Kbd } from '../../keys/kbd.tsx';
import { shown } from '../../shown.text.ts';
import classes from '../list.module.css';
import type { SearchChange } from '../list.types.ts';

interface SearchFieldProps {
  /** The texts that it finds. */
  hint: string;
  /** Value from the URL, which Back and links change too. */
  value: string | undefined;
  fieldRef: RefObject<HTMLInputElement | null>;
  /** Called after a pause in typing, or on blur. `replace` continues the same search. */
  onSearch: (change: SearchChange, replace: boolean) => void;
}

/** Milliseconds without typing before the search starts. */
const PAUSE = 250;

export function SearchField({ hint, value, fieldRef, onSearch }: SearchFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value ?? '');
  const [asked, setAsked] = useState(value);
  const [known, setKnown] = useState(value);
  const isTyping = useRef(false);
  if (value !== known) {
    setKnown(value);
    if (value !== asked) {
      setAsked(value);
      setTyped(value ?? '');
    }
  }
  const search = useDebouncedCallback((text: string) => {
    const wanted = shown(text) === '' ? undefined : text.trim();
    setAsked(wanted);
    onSearch({ search: wanted }, isTyping.current);
    isTyping.current = true;
  }, PAUSE);
  return (
    <TextInput
      ref={fieldRef}
      type="search"
      size="xs"
      className={classes['search'] ?? ''}
      aria-label={t('list.search')}
      aria-keyshortcuts="/"
      placeholder={hint}
      title={hint}
      value={typed}
      maxLength={200}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={typed === '' ? <Kbd keys="/" /> : undefined}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        search(currentTarget.value);
      }}
      onBlur={() => {
        search.flush();
        isTyping.current = false;
      }}
    />
  );
}
