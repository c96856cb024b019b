import { Container } from '@mantine/core';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Problem } from '../../problem.tsx';

/** Replaces a page that failed. */
export function ProblemPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const tryAgain = async () => {
    await router.invalidate();
    reset();
  };
  return (
    <Container size="sm" py="xl">
      <Problem error={error} retry={() => void tryAgain()} />
    </Container>
  );
}
