import { presentRows } from '../events/event.presenter.ts';
import type { FollowedEvent, Presenter, PublicEvent } from '../events/event.types.ts';
import { OnboardingStep } from './onboarding-step.entity.ts';

const present = presentRows(OnboardingStep, ['id', 'clientId', 'key', 'title', 'dueOn', 'doneAt']);

/** The entry of the audit log is about the client, and names the step in its changes. */
const presentSteps: Presenter = (em, events) =>
  present(
    em,
    events.map((event) => ({ ...event, targetId: stepIdOf(event) })),
  );

function stepIdOf({ changes, targetId }: FollowedEvent): string {
  const { stepId } = JSON.parse(changes ?? '{}') as { stepId?: { to: string } };
  return stepId?.to ?? targetId;
}

export const onboardingEvents: readonly PublicEvent[] = [
  {
    action: 'onboarding.step_set',
    text: "A step of a client's onboarding was marked as done or open.",
    forPartners: true,
    present: presentSteps,
    example: {
      id: '01980d2f-7a10-7c31-8f52-1d3e5c7a9b24',
      clientId: '01980d2f-6c1e-7a52-9c44-0b6f1f5a7d21',
      key: 'kickoff',
      title: 'Kick-off call',
      dueOn: '2026-12-04',
      doneAt: '2026-12-02T14:05:10.412Z',
    },
  },
];
