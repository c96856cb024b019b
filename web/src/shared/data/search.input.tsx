import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { IconSearch } from '../icons.tsx';
import { shown } from '../shown.text.ts';

interface SearchInputProps {
  label: string;
  placeholder: string;
  /** Value from the URL, which Back and links change too. */
  value: string | undefined;
  /** Called after a pause in typing, or on blur. `isSame` continues the same search: it replaces the history entry. */
  onSearch: (text: string | undefined, isSame: boolean) => void;
}

/** Milliseconds without typing before the search starts. */
const PAUSE = 250;

export function SearchInput({ label, placeholder, value, onSearch }: SearchInputProps) {
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
    onSearch(wanted, isTyping.current);
    isTyping.current = true;
  }, PAUSE);
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={placeholder}
      value={typed}
      maxLength={200}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        search(currentTarget.value);
      }}
      onBlur={() => {
        search.flush(); // a later search would undo the click's navigation
        isTyping.current = false;
      }}
      onKeyDown={({ key }) => {
        if (key === 'Enter') search.flush();
      }}
      leftSection={<IconSearch size={16} aria-hidden />}
      style={{ flex: '1 1 260px', maxWidth: 420 }}
    />
  );
}
