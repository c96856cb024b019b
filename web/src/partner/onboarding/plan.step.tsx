import { ActionIcon, Group, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { IconChevronDown, IconChevronUp, IconX } from '../../shared/icons.tsx';

export interface StepValues {
  key: string;
  title: string;
  dueDays: string;
}

interface PlanStepProps {
  form: UseFormReturnType<{ steps: StepValues[] }>;
  index: number;
  isLast: boolean;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One step in the form of a plan. */
export function PlanStep({ form, index, isLast, onMove, onRemove }: PlanStepProps) {
  const { t } = useTranslation('onboarding');
  const { title = '' } = form.getValues().steps[index] ?? {};
  const step = title.trim() || t('plan.unnamed', { place: index + 1 });
  const field = (name: 'title' | 'dueDays') => ({
    key: form.key(`steps.${index}.${name}`),
    ...form.getInputProps(`steps.${index}.${name}`),
  });
  return (
    <Group gap="sm" align="flex-start" wrap="wrap" role="group" aria-label={t('plan.unnamed', { place: index + 1 })}>
      <TextInput label={t('plan.step')} flex={1} miw={220} {...field('title')} />
      <TextInput label={t('plan.days')} inputMode="numeric" w={150} {...field('dueDays')} />
      <Group gap={4} wrap="nowrap" pt={24}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('plan.up', { step })}
          disabled={index === 0}
          onClick={() => onMove(index - 1)}
        >
          <IconChevronUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('plan.down', { step })}
          disabled={isLast}
          onClick={() => onMove(index + 1)}
        >
          <IconChevronDown size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('plan.remove', { step })} onClick={onRemove}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </Group>
  );
}
