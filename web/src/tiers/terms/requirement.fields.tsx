import { ActionIcon, Button, Input, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PartnershipType, TierMetric } from '../../generated/enums.ts';
import { oneOf } from '../../shared/data/search.ts';
import { IconPlus, IconX } from '../../shared/icons.tsx';
import { isPercent, type Requirement } from '../tier.values.ts';
import { useTierWords } from '../tier.words.ts';
import { atLeastOf, requirementsIn, shownAtLeast, textOf, type PublishValues } from './publish.values.ts';
import classes from './terms.module.css';

/** Metrics with a source of data. The API refuses the others. */
const MEASURED = [TierMetric.ActiveClients, TierMetric.ClientRetention_12Months] as const;

const NEW: Requirement = { partnershipType: PartnershipType.Reseller, metric: TierMetric.ActiveClients, atLeast: 1 };

/** Adds, changes and removes requirements. */
export function RequirementFields({ form }: { form: UseFormReturnType<PublishValues> }) {
  const { t } = useTranslation('tiers');
  const [rows, setRows] = useState(() => requirementsIn(form.getValues().requirements));
  const change = (next: Requirement[]) => {
    setRows(next);
    form.setFieldValue('requirements', textOf(next), { forceUpdate: false });
    form.clearFieldError('requirements');
  };
  return (
    <Input.Wrapper
      label={t('terms.form.requirements')}
      labelElement="div"
      description={t('terms.form.requirementsHint')}
      error={form.errors['requirements']}
    >
      <Stack gap="xs" mt="xs">
        {rows.map((row, place) => (
          <RequirementRow
            key={place}
            requirement={row}
            onChange={(changed) => change(rows.with(place, changed))}
            onRemove={() => change(rows.toSpliced(place, 1))}
          />
        ))}
        <Button
          variant="default"
          size="xs"
          mr="auto"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => change([...rows, NEW])}
        >
          {t('terms.form.add')}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}

interface RowProps {
  requirement: Requirement;
  onChange: (requirement: Requirement) => void;
  onRemove: () => void;
}

function RequirementRow({ requirement, onChange, onRemove }: RowProps) {
  const { t } = useTranslation(['tiers', 'common']);
  const words = useTierWords();
  const { metric } = requirement;
  const [typed, setTyped] = useState(shownAtLeast(requirement));
  return (
    <div className={classes['requirement']}>
      <NativeSelect
        label={t('terms.form.partnershipType')}
        value={requirement.partnershipType}
        data={Object.values(PartnershipType).map((value) => ({ value, label: t(`common:partnershipType.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...requirement, partnershipType: oneOf(PartnershipType, value) ?? requirement.partnershipType })
        }
      />
      <NativeSelect
        label={t('terms.form.metric')}
        value={metric}
        data={MEASURED.map((value) => ({ value, label: words.metric(value) }))}
        onChange={({ currentTarget: { value } }) => {
          const next = oneOf(TierMetric, value) ?? metric;
          onChange({ ...requirement, metric: next, atLeast: atLeastOf(next, typed) });
        }}
      />
      <TextInput
        inputMode="decimal"
        label={t(isPercent(metric) ? 'terms.form.atLeastPercent' : 'terms.form.atLeast')}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          onChange({ ...requirement, atLeast: atLeastOf(metric, value) });
        }}
      />
      <ActionIcon variant="subtle" color="gray" onClick={onRemove} aria-label={t('terms.form.remove')} size={32}>
        <IconX size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </div>
  );
}
