import { Alert, Code, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api.error.ts';
import { useProblemText } from './problem.text.ts';
import { Reload } from './reload.tsx';

interface ProblemProps {
  /** Nothing is shown where there is none. */
  error: unknown;
  /** Instead of the usual words. */
  text?: string | undefined;
  /** What the reader can do. */
  children?: ReactNode;
}

/** An error where it happened: what it means, when to try again, and the request id where only we can help. */
export function Problem({ error, text, children }: ProblemProps) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  if (!error) return null;
  const isOurs = error instanceof ApiError && error.code === 'INTERNAL_SERVER_ERROR';
  return (
    <Alert color="red" role="alert" title={t('error.title')} icon={<IconAlertTriangle aria-hidden />}>
      <Text size="sm">{text ?? textOf(error)}</Text>
      {isOurs && error.requestId && (
        <Text size="sm" mt="xs">
          {t('error.requestId')}: <Code>{error.requestId}</Code>
        </Text>
      )}
      <Reload after={error} />
      {children}
    </Alert>
  );
}
