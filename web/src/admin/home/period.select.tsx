import { Button, Group, NativeSelect, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format.ts';
import { dayOf } from '../../shared/time/days.ts';
import { useTimeZone } from '../../shared/time/time.zone.ts';
import { lastDayOf, PERIODS, periodSearch, type PeriodSearch, type Range } from './period.ts';

interface PeriodSelectProps {
  range: Range;
  onChange: (search: PeriodSearch) => void;
}

/** Chooses a range: one that ends today, or any first and last day. Names the time zone in which days begin. */
export function PeriodSelect({ range, onChange }: PeriodSelectProps) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <Popover opened={isOpen} onChange={(next) => !next && close()} trapFocus returnFocus position="bottom-end">
      <Popover.Target>
        <NativeSelect
          size="xs"
          aria-label={t('period.choose')}
          value={range.period ?? 'other'}
          onChange={({ currentTarget: { value } }) => {
            const period = PERIODS.find((each) => each === value);
            if (period) onChange({ period });
            else open();
          }}
          data={[
            ...PERIODS.map((value) => ({ value, label: t(`period.ranges.${value}`) })),
            {
              value: 'other',
              label: range.period
                ? t('period.ranges.other')
                : `${format.dayOf(range.from)} – ${format.dayOf(lastDayOf(range))}`,
            },
          ]}
        />
      </Popover.Target>
      <Popover.Dropdown>
        <OtherRange
          range={range}
          onChange={(search) => {
            close();
            onChange(search);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function OtherRange({ range, onChange }: PeriodSelectProps) {
  const { t } = useTranslation('home');
  const timeZone = useTimeZone();
  const [from, setFrom] = useState(dayOf(range.from, timeZone));
  const [to, setTo] = useState(dayOf(lastDayOf(range), timeZone));
  const chosen = periodSearch({ from, to });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.from) onChange(chosen);
      }}
    >
      <Stack gap="sm">
        <Group gap="sm" wrap="nowrap">
          <TextInput
            type="date"
            label={t('period.first')}
            value={from}
            max={to}
            onChange={({ currentTarget }) => setFrom(currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('period.last')}
            value={to}
            min={from}
            error={chosen.from ? undefined : t('period.wrong')}
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
          />
        </Group>
        <Text size="xs" c="dimmed">
          {t('period.zone', { zone: timeZone })}
        </Text>
        <Button type="submit" size="xs">
          {t('period.apply')}
        </Button>
      </Stack>
    </form>
  );
}
