import { Button, Container } from '@mantine/core';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from './problem.tsx';

/** In place of a page that failed. */
export function ProblemPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const tryAgain = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Container size="sm" py="xl">
      <Problem error={error}>
        <Button mt="md" size="xs" onClick={tryAgain}>
          {t('tryAgain')}
        </Button>
      </Problem>
    </Container>
  );
}
