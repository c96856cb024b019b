import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { shown } from './shown.text.ts';

interface SearchInputProps {
  label: string;
  placeholder: string;
  value: string | undefined;
  /** After a moment without typing, or as soon as the field is left. */
  onSearch: (text: string | undefined) => void;
}

/** Milliseconds without typing until the list is asked for. */
const PAUSE = 250;

export function SearchInput({ label, placeholder, value, onSearch }: SearchInputProps) {
  const search = useDebouncedCallback((text: string) => onSearch(shown(text) === '' ? undefined : text.trim()), PAUSE);
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={placeholder}
      defaultValue={value ?? ''}
      maxLength={200}
      onChange={({ currentTarget }) => search(currentTarget.value)}
      onBlur={search.flush} // or it would lead back from the page that a click has led to
      leftSection={<IconSearch size={16} aria-hidden />}
      style={{ flex: '1 1 260px', maxWidth: 420 }}
    />
  );
}
