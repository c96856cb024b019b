import { Button, Group, Portal, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InterfaceKey } from '../../generated/enums.ts';
import { useInterfaceState } from '../../shared/workspace/interface.state.ts';
import classes from './tour.module.css';

/** Steps, and what each points at. */
const STEPS = [
  { name: 'home', at: 'nav a[href="/partner"]' },
  { name: 'clients', at: 'nav a[href="/partner/clients"]' },
  { name: 'team', at: 'nav a[href="/partner/members"]' },
  { name: 'activity', at: 'nav a[href="/partner/activity"]' },
  { name: 'menu', at: 'button[aria-haspopup="menu"]' },
] as const;

interface TourState {
  step: number;
  go: (step: number) => void;
  end: () => void;
}

/** The tour starts by itself once, for new owners of resellers. */
export function useTour(isNew: boolean) {
  const { state, keep, isKnown } = useInterfaceState(InterfaceKey.Tour, { isSeen: false });
  const [chosen, setChosen] = useState<number | 'ended'>();
  const starts = isNew && isKnown && !state.isSeen ? 0 : undefined;
  const step = chosen === 'ended' ? undefined : (chosen ?? starts);
  return {
    step,
    start: () => setChosen(0),
    go: setChosen,
    end: () => {
      keep({ isSeen: true });
      setChosen('ended');
    },
  };
}

/** At most five steps. Escape skips it. It leaves the page usable, and takes the focus only when the user moves on. */
export function Tour({ step, go, end }: TourState) {
  const { t } = useTranslation('home');
  const title = useId();
  const [hasMoved, setHasMoved] = useState(false);
  useHotkeys([['Escape', end]]);
  const current = STEPS[step];
  useRing(current?.at);
  if (!current) return null;
  const isLast = step === STEPS.length - 1;
  const move = (to: number) => {
    setHasMoved(true);
    go(to);
  };
  return (
    <Portal>
      <section className={classes['tour']} aria-labelledby={title} key={step}>
        <Text size="xs" c="dimmed">
          {t('tour.title')}, {t('tour.place', { step: step + 1, total: STEPS.length })}
        </Text>
        <div role="status">
          <Text fw={600} id={title}>
            {t(`tour.steps.${current.name}.title`)}
          </Text>
          <Text size="sm">{t(`tour.steps.${current.name}.text`)}</Text>
        </div>
        <Group justify="space-between" mt="sm">
          <Button size="xs" variant="subtle" onClick={end}>
            {isLast ? t('tour.end') : t('tour.skip')}
          </Button>
          <Group gap="xs">
            {step > 0 && (
              <Button size="xs" variant="default" onClick={() => move(step - 1)}>
                {t('tour.back')}
              </Button>
            )}
            {!isLast && <NextButton takesFocus={hasMoved} onClick={() => move(step + 1)} />}
          </Group>
        </Group>
      </section>
    </Portal>
  );
}

function NextButton({ takesFocus, onClick }: { takesFocus: boolean; onClick: () => void }) {
  const { t } = useTranslation('home');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  return (
    <Button size="xs" ref={button} onClick={onClick}>
      {t('tour.next')}
    </Button>
  );
}

/** Draws a ring around what a step is about, if it is in sight. */
function useRing(selector: string | undefined): void {
  useEffect(() => {
    const target = selector === undefined ? null : document.querySelector(selector);
    target?.setAttribute('data-tour', '');
    return () => target?.removeAttribute('data-tour');
  }, [selector]);
}
