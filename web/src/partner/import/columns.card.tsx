import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/cards/card.tsx';
import { FIELDS, type Field, type Mapping } from './columns.ts';
import type { CsvFile } from './csv.file.ts';

interface ColumnsCardProps {
  file: CsvFile;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
  onCheck: () => void;
}

const REQUIRED: readonly Field[] = ['companyName', 'contactName', 'contactEmail'];

/** Which column of the file is which field. */
export function ColumnsCard({ file, mapping, onMapping, onCheck }: ColumnsCardProps) {
  const { t } = useTranslation(['onboarding', 'portal']);
  const [isTried, setIsTried] = useState(false);
  const { columns, plan, billingOwnedByReseller } = mapping;
  const missing = REQUIRED.filter((field) => columns[field] === undefined);
  const isWithoutPlan = columns.subscriptionTier === undefined && plan.trim() === '';
  const submit = () => {
    setIsTried(true);
    if (missing.length === 0 && !isWithoutPlan) onCheck();
  };
  return (
    <Card title={t('import.columns.title')}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('import.columns.lead')}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
          {FIELDS.map((field) => (
            <ColumnSelect
              key={field}
              field={field}
              file={file}
              column={columns[field]}
              isMissing={isTried && missing.includes(field)}
              onColumn={(column) => onMapping({ ...mapping, columns: { ...columns, [field]: column } })}
            />
          ))}
          <TextInput
            label={t('import.columns.plan')}
            value={plan}
            maxLength={60}
            onChange={({ currentTarget }) => onMapping({ ...mapping, plan: currentTarget.value })}
            error={isTried && isWithoutPlan && t('import.columns.planMissing')}
          />
        </SimpleGrid>
        <Checkbox
          label={t('import.columns.billing')}
          checked={billingOwnedByReseller}
          onChange={({ currentTarget }) => onMapping({ ...mapping, billingOwnedByReseller: currentTarget.checked })}
        />
        <Group justify="flex-end">
          <Button onClick={submit}>{t('import.check')}</Button>
        </Group>
      </Stack>
    </Card>
  );
}

interface ColumnSelectProps {
  field: Field;
  file: CsvFile;
  column: number | undefined;
  isMissing: boolean;
  onColumn: (column: number | undefined) => void;
}

function ColumnSelect({ field, file: { headings, rows }, column, isMissing, onColumn }: ColumnSelectProps) {
  const { t } = useTranslation(['onboarding', 'portal']);
  const example = column === undefined ? undefined : rows.find((row) => row[column]?.trim())?.[column];
  return (
    <NativeSelect
      label={t(`portal:client.${field}`)}
      value={column ?? ''}
      onChange={({ currentTarget: { value } }) => onColumn(value === '' ? undefined : Number(value))}
      error={isMissing && t('import.columns.missing')}
      description={example && t('import.columns.example', { value: example.slice(0, 60) })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    >
      <option value="">{t('import.columns.none')}</option>
      {headings.map((heading, index) => (
        // Headings may repeat, and never move.
        <option key={index} value={index}>
          {heading || String(index + 1)}
        </option>
      ))}
    </NativeSelect>
  );
}
