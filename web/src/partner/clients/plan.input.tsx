import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ClientPlansQuery } from '../../generated/partner/graphql.ts';

export type Plans = ClientPlansQuery['clientPlans'];

interface PlanInputProps extends AutocompleteProps {
  plans: Plans;
  /** Given by the form. */
  onChange?: (value: string) => void;
}

/**
 * Takes any plan, and proposes those in use. Typing completes the name, with the added letters selected: typing on
 * replaces them, and Backspace removes them.
 */
export function PlanInput({ plans, defaultValue = '', onChange, ...props }: PlanInputProps) {
  const [value, setValue] = useState(defaultValue);
  const [isTyped, setTyped] = useState(false);
  const [completed, setCompleted] = useState<{ from: number }>();
  const field = useRef<HTMLInputElement>(null);
  const isTyping = useRef(false);
  useLayoutEffect(() => {
    if (completed) field.current?.setSelectionRange(completed.from, field.current.value.length);
  }, [completed]);
  const names = plans.map(({ name }) => name);
  /** Matches the text, and would change it. */
  const isOther = (name: string) => name !== value && name.toLowerCase().includes(value.toLowerCase());
  const change = (next: string) => {
    const typed = next.toLowerCase();
    const found = isTyping.current && typed !== '' && names.find((name) => name.toLowerCase().startsWith(typed));
    isTyping.current = false;
    const shown = found || next;
    setValue(shown);
    setTyped(true);
    setCompleted(found ? { from: next.length } : undefined);
    onChange?.(shown);
  };
  return (
    <Autocomplete
      {...props}
      ref={field}
      value={value}
      onChange={change}
      onInput={({ currentTarget, nativeEvent }) => {
        const isAtEnd = currentTarget.selectionStart === currentTarget.value.length;
        isTyping.current = isAtEnd && nativeEvent instanceof InputEvent && nativeEvent.inputType === 'insertText';
      }}
      onFocus={({ currentTarget }) => {
        setTyped(false);
        currentTarget.select();
      }}
      // A list below the field would cover the buttons.
      openOnFocus={false}
      data={names}
      filter={({ options }) =>
        isTyped ? options.filter((option) => 'label' in option && isOther(option.label)) : options
      }
    />
  );
}
