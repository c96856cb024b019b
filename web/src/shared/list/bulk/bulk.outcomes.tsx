import { Button, Group, List, Stack, Text, ThemeIcon } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/api.error.ts';
import { IconCheck, IconX } from '../../icons.tsx';
import { useProblemText } from '../../problem.text.ts';

export interface Outcome {
  id: string;
  error: { code: string; message: string; reason: string | null; version: number | null } | null;
}

/** The outcome of an object whose call failed after others had succeeded. */
export const failedPart = (id: string): Outcome => ({
  id,
  error: { code: 'UNREACHABLE', message: 'The call failed.', reason: null, version: null },
});

interface BulkOutcomesProps {
  outcomes: readonly Outcome[];
  nameOf: (id: string) => string;
  /** Below the reason of a failure. */
  more?: (id: string) => ReactNode;
  /** Beside "Close". */
  buttons?: ReactNode;
  onClose: () => void;
}

/** Result of each change: failures first, with the reason. */
export function BulkOutcomes({ outcomes, nameOf, more, buttons, onClose }: BulkOutcomesProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const summary = useId();
  const closing = useRef<HTMLButtonElement>(null);
  // The form before had the focus. Enter closes.
  useEffect(() => closing.current?.focus(), []);
  const refused = outcomes.filter(({ error }) => error);
  const changed = outcomes.filter(({ error }) => !error);
  const said = ({ error }: Outcome) => {
    if (!error) return t('list.bulk.changed');
    const { code, message, reason } = error;
    return problemText(new ApiError({ message, extensions: { code, ...(reason ? { reason } : {}) } }));
  };
  return (
    <Stack>
      <Text id={summary} role="status">
        {t('list.bulk.done', { done: changed.length, total: outcomes.length })}
      </Text>
      <List spacing="xs" size="sm">
        {[...refused, ...changed].map((outcome) => (
          <List.Item
            key={outcome.id}
            icon={
              <ThemeIcon size={20} radius="50%" color={outcome.error ? 'red' : 'green'} aria-hidden>
                {outcome.error ? <IconX size={14} /> : <IconCheck size={14} />}
              </ThemeIcon>
            }
          >
            <Text size="sm" fw={500}>
              {nameOf(outcome.id)}
            </Text>
            <Text size="sm" c="dimmed">
              {said(outcome)}
            </Text>
            {more?.(outcome.id)}
          </List.Item>
        ))}
      </List>
      <Group justify="flex-end">
        {buttons}
        <Button ref={closing} onClick={onClose} aria-describedby={summary} data-autofocus>
          {t('close')}
        </Button>
      </Group>
    </Stack>
  );
}
