import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { IdentityCard } from '../identity/identity.card.tsx';
import { renewSession, signOut } from '../session/session.ts';
import { Problem } from '../shared/problem.tsx';
import { FactorSetup } from './factor.setup.tsx';

/** Replaces all pages until the admin sets up two-factor authentication. */
export function FactorRequiredPage() {
  const { t } = useTranslation(['security', 'common']);
  const renewal = useMutation({ mutationFn: renewSession });
  const leaving = useMutation({ mutationFn: signOut });
  return (
    <IdentityCard title={t('required.title')} lead={t('required.lead')}>
      <Stack>
        <FactorSetup onDone={() => renewal.mutate()} />
        <Problem error={renewal.error ?? leaving.error} />
        <Button variant="subtle" color="gray" loading={leaving.isPending} onClick={() => leaving.mutate()}>
          {t('common:signOut')}
        </Button>
      </Stack>
    </IdentityCard>
  );
}
