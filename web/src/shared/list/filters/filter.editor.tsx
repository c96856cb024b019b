import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, isDay, startOf } from '../../time/days.ts';
import { useTimeZone } from '../../time/time.zone.ts';
import type { ChoiceFilter, Filter, RangeFilter, SearchChange } from '../list.types.ts';

interface EditorProps<Edited extends Filter> {
  filter: Edited;
  onSearch: (change: SearchChange) => void;
}

/** Edits one filter. Each change counts at once. */
export function FilterEditor({ filter, onSearch }: EditorProps<Filter>) {
  return filter.kind === 'choices' ? (
    <Choices filter={filter} onSearch={onSearch} />
  ) : (
    <Days filter={filter} onSearch={onSearch} />
  );
}

/** More options than this can be searched. */
const MANY = 8;

function Choices({ filter, onSearch }: EditorProps<ChoiceFilter>) {
  const { t } = useTranslation();
  const { label, options, values, change, isSingle, problem } = filter;
  const [wanted, setWanted] = useState('');
  const found = options.filter((option) =>
    option.label.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  const toggle = (value: string) => {
    const others = isSingle ? [] : values.filter((each) => each !== value);
    const next = values.includes(value) ? others : [...others, value];
    onSearch(change(next.length > 0 ? next : undefined));
  };
  return (
    <Stack gap={8} role="group" aria-label={label}>
      {options.length > MANY && (
        <TextInput
          size="xs"
          aria-label={t('list.findOption')}
          placeholder={t('list.findOption')}
          value={wanted}
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        />
      )}
      {problem}
      <Stack gap={8} mah={280} style={{ overflowY: 'auto' }} p={2}>
        {found.map(({ value, label: text }) => (
          <Checkbox
            key={value}
            size="xs"
            label={text}
            checked={values.includes(value)}
            onChange={() => toggle(value)}
          />
        ))}
      </Stack>
    </Stack>
  );
}

const PRESETS = [7, 30, 90];

function Days({ filter, onSearch }: EditorProps<RangeFilter>) {
  const { t } = useTranslation();
  const { label, from, to, change } = filter;
  const timeZone = useTimeZone();
  /** The first moment of a day, or of a later one, in the API's format. */
  const startAfter = (day: string, days: number) =>
    isDay(day) ? startOf(day, timeZone, days).toISOString() : undefined;
  return (
    <Stack gap={8} role="group" aria-label={label}>
      <Group gap={6}>
        {PRESETS.map((days) => (
          <Button
            key={days}
            size="compact-xs"
            variant="default"
            onClick={() => onSearch(change(startAfter(dayOf(Date.now(), timeZone), -days), undefined))}
          >
            {t('list.lastDays', { count: days })}
          </Button>
        ))}
      </Group>
      <DayField
        label={t('list.from')}
        day={from ? dayOf(from, timeZone) : ''}
        onDay={(day) => onSearch(change(startAfter(day, 0), to))}
      />
      <DayField
        label={t('list.to')}
        day={to ? dayOf(Date.parse(to) - 1, timeZone) : ''}
        onDay={(day) => onSearch(change(from, startAfter(day, 1)))}
      />
    </Stack>
  );
}

interface DayFieldProps {
  label: string;
  /** Empty if there is none. */
  day: string;
  onDay: (day: string) => void;
}

/** A day counts at once if its year is whole: browsers report the years 2, 20 and 202 while 2026 is typed. */
function DayField({ label, day, onDay }: DayFieldProps) {
  const [typed, setTyped] = useState<string>();
  const finish = () => {
    if (typed !== undefined && typed !== day) onDay(typed);
  };
  return (
    <TextInput
      type="date"
      size="xs"
      label={label}
      value={typed ?? day}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        if (value >= '1000') onDay(value);
      }}
      onKeyDown={({ key }) => key === 'Enter' && finish()}
      onBlur={() => {
        finish();
        setTyped(undefined);
      }}
    />
  );
}
