import { Checkbox, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { SubscriptionStatus } from '../../generated/enums.ts';
import {
  SetOnboardingStepDocument,
  type ClientPartsFragment,
  type OnboardingPartsFragment,
} from '../../generated/partner/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { StatusMark } from '../../shared/marks/status.mark.tsx';
import { Problem } from '../../shared/problem.tsx';
import { startOf } from '../../shared/time/days.ts';
import { useTimeZone } from '../../shared/time/time.zone.ts';
import { mayChangeClients, mayPlanOnboarding } from '../rights.ts';

type Client = ClientPartsFragment & OnboardingPartsFragment;
type Step = Client['onboarding'][number];

/** The steps of a client's onboarding. Facts tick the first ones, and users those of the plan. */
export function OnboardingCard({ client: { onboarding: steps, subscriptionStatus } }: { client: Client }) {
  const { t } = useTranslation('onboarding');
  const title = useId();
  const viewer = useViewer();
  const done = steps.filter(({ doneAt }) => doneAt !== null).length;
  const isOver = subscriptionStatus === SubscriptionStatus.Canceled;
  return (
    <Paper component="section" withBorder p="lg" radius="lg" aria-labelledby={title}>
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4" id={title}>
          {t('card.title')}
        </Title>
        {steps.length > 0 && (
          <Group gap="xs">
            <Progress w={64} size="sm" color="green" value={(100 * done) / steps.length} aria-hidden />
            <Text span size="sm" c="dimmed">
              {t('card.done', { done, total: steps.length })}
            </Text>
          </Group>
        )}
      </Group>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {steps.map((step) => (
          <li key={step.id ?? step.fact}>
            {step.id === null ? (
              <Fact step={step} />
            ) : (
              <PlannedStep step={step} id={step.id} mayChange={mayChangeClients(viewer) && !isOver} isOver={isOver} />
            )}
          </li>
        ))}
      </Stack>
      {steps.every(({ id }) => id === null) && (
        <Stack gap={4} mt="sm" align="flex-start">
          <Text size="sm" c="dimmed">
            {t('card.none')}
          </Text>
          {mayPlanOnboarding(viewer) && (
            <TextLink to="/partner/onboarding" size="sm">
              {t('card.plan')}
            </TextLink>
          )}
        </Stack>
      )}
    </Paper>
  );
}

function Fact({ step: { fact, title, doneAt } }: { step: Step }) {
  const { t } = useTranslation('onboarding');
  const { date } = useFormat();
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <span style={{ display: 'flex', width: 20, justifyContent: 'center', paddingTop: 2 }}>
        <StatusMark shape={doneAt === null ? 'dashed' : 'tick'} size={16} />
      </span>
      <div>
        <Text size="sm">{fact === null ? title : t(`card.facts.${fact}`, { defaultValue: title })}</Text>
        <Text size="xs" c="dimmed">
          {doneAt === null ? t('card.fact') : t('card.doneOn', { day: date(doneAt) })}
        </Text>
      </div>
    </Group>
  );
}

interface PlannedProps {
  step: Step;
  id: string;
  mayChange: boolean;
  /** A canceled client's steps are of no interest any more. */
  isOver: boolean;
}

function PlannedStep({ step: { title, dueOn, doneAt, isOverdue }, id, mayChange, isOver }: PlannedProps) {
  const { t } = useTranslation('onboarding');
  const { date } = useFormat();
  const timeZone = useTimeZone();
  /** Shown at once. The API's answer follows. */
  const [wish, setWish] = useState<boolean>();
  const { mutate, error } = useMutation({
    mutationFn: (isDone: boolean) => ask(SetOnboardingStepDocument, { id, isDone }),
    onSettled: async () => {
      await queryClient.invalidateQueries();
      setWish(undefined);
    },
  });
  const due = dueOn === null ? '' : date(startOf(dueOn, timeZone));
  const isLate = isOverdue && !isOver;
  const said =
    doneAt === null ? t(isLate ? 'card.overdue' : 'card.due', { day: due }) : t('card.doneOn', { day: date(doneAt) });
  return (
    <>
      <Checkbox
        checked={wish ?? doneAt !== null}
        disabled={!mayChange}
        onChange={({ currentTarget: { checked } }) => {
          setWish(checked);
          mutate(checked);
        }}
        label={title}
        description={
          <Text span size="xs" c={isLate ? 'var(--rg-red-text)' : 'dimmed'}>
            {said}
          </Text>
        }
        styles={{ label: { overflowWrap: 'anywhere' } }}
      />
      <Problem error={error} />
    </>
  );
}
