import { Alert, Button, Code, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, hasCode } from '../api/api.error.ts';
import { IconAlertTriangle } from './icons.tsx';
import { ButtonLink } from './layout/links.tsx';
import { useProblemText } from './problem.text.ts';
import { Reload } from './reload.tsx';

interface ProblemProps {
  /** Renders nothing if there is no error. */
  error: unknown;
  /** Replaces the default error text. */
  text?: string | undefined;
  /** Loads again. Forms need none, because their own button submits again. */
  retry?: (() => unknown) | undefined;
  isRetrying?: boolean;
  /** Further actions. */
  children?: ReactNode;
}

/** Shows an error where it happened, with the request ID if only support can help. */
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
      {error instanceof ApiError && <AgreementsToAccept agreements={error.agreements} />}
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

/** The way to what must be accepted first. */
function AgreementsToAccept({ agreements }: Pick<ApiError, 'agreements'>) {
  return agreements.map(({ agreementId, title }) => (
    <ButtonLink
      key={agreementId}
      to="/partner/agreements/$id"
      params={{ id: agreementId }}
      mt="sm"
      mr="xs"
      size="xs"
      variant="default"
    >
      {title}
    </ButtonLink>
  ));
}
