import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { OnboardingPlanDocument, type OnboardingPlanQuery } from '../../generated/partner/graphql.ts';
import { useViewer } from '../../session/session.store.ts';
import { CardSkeletons } from '../../shared/cards/card.skeletons.tsx';
import { PageHeader } from '../../shared/layout/page/page.header.tsx';
import { Problem } from '../../shared/problem.tsx';
import { mayPlanOnboarding } from '../rights.ts';
import { PlanForm } from './plan.form.tsx';

type Plan = NonNullable<OnboardingPlanQuery['onboardingPlan']>;

/** The steps that a reseller takes with each new client. Owners change them. */
export function PlanPage() {
  const { t } = useTranslation('onboarding');
  const mayPlan = mayPlanOnboarding(useViewer());
  const { data, error, isPending, isFetching, refetch } = useQuery(query(OnboardingPlanDocument, {}));
  return (
    <>
      <PageHeader title={t('plan.title')} lead={t('plan.lead')} />
      {isPending && <CardSkeletons />}
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      {data && mayPlan && <PlanForm plan={data.onboardingPlan} />}
      {data && !mayPlan && <Steps steps={data.onboardingPlan?.steps ?? []} />}
    </>
  );
}

function Steps({ steps }: Pick<Plan, 'steps'>) {
  const { t } = useTranslation('onboarding');
  return (
    <Stack maw={720}>
      <List type="ordered" spacing="xs">
        {steps.map(({ key, title, dueDays }) => (
          <List.Item key={key}>
            {title}{' '}
            <Text span size="sm" c="dimmed">
              {t('plan.due', { count: dueDays })}
            </Text>
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {t('plan.readOnly')}
      </Text>
    </Stack>
  );
}
