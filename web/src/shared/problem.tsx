import { Alert, Button, Code, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, hasCode } from '../api/api.error.ts';
import { useProblemText } from './problem.text.ts';
import { Reload } from './reload.tsx';

interface ProblemProps {
  /** Nothing is shown where there is none. */
  error: unknown;
  /** Instead of the usual words. */
  text?: string | undefined;
  /** Asks for what could not be loaded once more. A form needs none: its own button sends it again. */
  retry?: (() => unknown) | undefined;
  /** Whether it is being asked for just now. */
  isRetrying?: boolean;
  /** What the reader can do. */
  children?: ReactNode;
}

/** An error where it happened: what it means, when to try again, and the request id where only we can help. */
export function Problem({ error, text, retry, isRetrying = false, children }: ProblemProps) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  if (!error) return null;
  const isOurs = error instanceof ApiError && error.code === 'INTERNAL_SERVER_ERROR';
  const isOutdated = hasCode(error, 'OUTDATED');
  return (
    <Alert
      color="red"
      role="alert"
      title={t(retry ? 'error.loading' : 'error.title')}
      icon={<IconAlertTriangle aria-hidden />}
    >
      <Text size="sm">{text ?? textOf(error)}</Text>
      {isOurs && error.requestId && (
        <Text size="sm" mt="xs">
          {t('error.requestId')}: <Code>{error.requestId}</Code>
        </Text>
      )}
      <Reload after={error} />
      {isOutdated && (
        <Button mt="sm" size="xs" variant="default" onClick={() => window.location.reload()}>
          {t('reloadPage')}
        </Button>
      )}
      {children}
      {retry && !isOutdated && (
        <Button mt="sm" size="xs" variant="default" loading={isRetrying} onClick={() => retry()}>
          {t('tryAgain')}
        </Button>
      )}
    </Alert>
  );
}
