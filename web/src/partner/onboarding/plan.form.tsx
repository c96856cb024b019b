import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { SaveOnboardingPlanDocument, type OnboardingPlanQuery } from '../../generated/partner/graphql.ts';
import { useChange } from '../../shared/forms/change.ts';
import { Conflict } from '../../shared/forms/conflict.tsx';
import { DraftNote } from '../../shared/forms/draft.note.tsx';
import { useDraftForm } from '../../shared/forms/draft.ts';
import { useFieldRules } from '../../shared/forms/field.rules.ts';
import { randomKey } from '../../shared/forms/random.key.ts';
import { useSubmission } from '../../shared/forms/submission.ts';
import { IconPlus } from '../../shared/icons.tsx';
import { Problem } from '../../shared/problem.tsx';
import { showToast } from '../../shared/toasts.tsx';
import { PlanStep, type StepValues } from './plan.step.tsx';

/** Of a plan, as the API limits it. */
const MOST = 20;

const MOST_DAYS = 365;

type Plan = NonNullable<OnboardingPlanQuery['onboardingPlan']>;

const valuesOf = (plan: Plan | null) => ({
  steps: (plan?.steps ?? []).map(({ key, title, dueDays }): StepValues => ({ key, title, dueDays: String(dueDays) })),
});

/** Changes the plan. The keys of steps stay, so that a renamed step is still the same one. */
export function PlanForm({ plan }: { plan: Plan | null }) {
  const { t } = useTranslation(['onboarding', 'common']);
  const { required } = useFieldRules();
  const version = plan?.version ?? 0;
  const isDays = (text: string) => /^\d{1,3}$/.test(text.trim()) && Number(text) <= MOST_DAYS;
  const { form, draft } = useDraftForm('onboarding-plan', {
    initialValues: valuesOf(plan),
    version,
    validate: {
      steps: { title: required(200), dueDays: (text: string) => (isDays(text) ? null : t('plan.range')) },
    },
  });
  const [keys, setKeys] = useState(() => form.getValues().steps.map(({ key }) => key));
  const sync = () => setKeys(form.getValues().steps.map(({ key }) => key));
  const { missed, send } = useChange({ id: plan?.id ?? '', version: draft.version ?? version });
  const { onSubmit, isPending, problem } = useSubmission(form, {
    draft,
    send: ({ steps }) => {
      const input = { steps: steps.map((step) => ({ ...step, dueDays: Number(step.dueDays) })) };
      return send((expectedVersion) => ask(SaveOnboardingPlanDocument, { input, expectedVersion }));
    },
    done: ({ saveOnboardingPlan: saved }, sent) => {
      draft.restart(sent, saved.version);
      showToast(t('plan.saved'));
      void queryClient.invalidateQueries();
    },
  });
  const move = (from: number, to: number) => {
    form.reorderListItem('steps', { from, to });
    sync();
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack maw={720}>
        <DraftNote
          draft={{
            ...draft,
            discard: () => {
              draft.discard();
              sync();
            },
          }}
        />
        <Paper withBorder p="lg" radius="lg">
          <Stack>
            {keys.length === 0 && <Text c="dimmed">{t('plan.none')}</Text>}
            {keys.map((key, index) => (
              <PlanStep
                key={key}
                form={form}
                index={index}
                isLast={index === keys.length - 1}
                onMove={(to) => move(index, to)}
                onRemove={() => {
                  form.removeListItem('steps', index);
                  sync();
                }}
              />
            ))}
            <div>
              <Button
                variant="default"
                size="xs"
                leftSection={<IconPlus size={16} aria-hidden />}
                disabled={keys.length >= MOST}
                onClick={() => {
                  form.insertListItem('steps', { key: newKey(), title: '', dueDays: '7' });
                  sync();
                }}
              >
                {t('plan.add')}
              </Button>
            </div>
            {keys.length > 0 && (
              <Text size="sm" c="dimmed">
                {t(keys.length < MOST ? 'plan.daysHint' : 'plan.most')}
              </Text>
            )}
          </Stack>
        </Paper>
        {missed ? (
          <Conflict missed={missed} kind="onboarding" words={{}} action={t('common:save')} />
        ) : (
          <Problem error={problem} />
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={isPending}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** At most 40 characters, as the API allows. */
const newKey = () => randomKey().slice(0, 40);
