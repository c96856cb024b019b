import { Button, Group, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shown, type ChangeWords } from './conflict.tsx';

interface ConflictFieldsProps<Values extends Record<string, unknown>> {
  form: UseFormReturnType<Values>;
  /** Initial values. */
  initial: Values;
  /** Current values. */
  present: Values;
  words: ChangeWords;
}

/** Fields of a Conflict that both users changed, with both values. Other fields take the current value. */
export function ConflictFields<Values extends Record<string, unknown>>(props: ConflictFieldsProps<Values>) {
  const { words, present, initial } = props;
  const theirs = Object.keys(words).filter((field) => present[field] !== initial[field]);
  return theirs.map((field) => <ConflictField key={field} field={field} {...props} />);
}

interface ConflictFieldProps<Values extends Record<string, unknown>> extends ConflictFieldsProps<Values> {
  field: string;
}

function ConflictField<Values extends Record<string, unknown>>({
  field,
  form,
  initial,
  present,
  words,
}: ConflictFieldProps<Values>) {
  const { t } = useTranslation();
  const [mine, setMine] = useState<unknown>(() => form.getValues()[field]);
  form.watch(field, ({ value }) => setMine(value));
  const current = present[field];
  const take = () => form.setFieldValue(field, current as never);
  const takeOn = useEffectEvent((value: unknown) => {
    if (form.getValues()[field] === initial[field]) form.setFieldValue(field, value as never);
  });
  useEffect(() => takeOn(current), [current]);
  if (mine === current) return null;
  const tell = (value: unknown) => shown(value, words[field]) ?? t('none');
  return (
    <Group justify="space-between" align="flex-end" gap="xs">
      <Stack gap={0} style={{ overflowWrap: 'anywhere' }}>
        <Text size="sm" fw={500}>
          {words[field]?.label}
        </Text>
        <Text size="sm">{t('conflict.yours', { value: tell(mine) })}</Text>
        <Text size="sm">{t('conflict.present', { value: tell(current) })}</Text>
      </Stack>
      <Button size="xs" variant="default" onClick={take}>
        {t('conflict.take')}
      </Button>
    </Group>
  );
}

/** The fields that the user changed. Sending others would undo another user's change. */
export const touched = <Values extends Record<string, unknown>>(values: Values, seen: Values): Partial<Values> =>
  Object.fromEntries(Object.entries(values).filter(([field, value]) => value !== seen[field])) as Partial<Values>;
