import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccessPartsFragment } from '../../../generated/partner/graphql.ts';
import { useViewer } from '../../../session/session.store.ts';
import { useFormat } from '../../../shared/format.ts';
import { IconUserShield } from '../../../shared/icons.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { useEndAccess } from './access.list.tsx';
import { useOpenAccesses } from './open.accesses.ts';

/** Shown on every page while the viewer has access to a client account. */
export function AccessBanner() {
  const { accesses, error, isFetching, refetch } = useOpenAccesses(useViewer().email);
  return (
    <>
      <Problem error={error} retry={refetch} isRetrying={isFetching} />
      {accesses.map((access) => (
        <Open key={access.id} access={access} />
      ))}
    </>
  );
}

function Open({ access }: { access: AccessPartsFragment }) {
  const { t } = useTranslation('portal');
  const { clock } = useFormat();
  const { mutate, isPending, error } = useEndAccess();
  const { clientAccount: client, expiresAt } = access;
  return (
    <Alert color="amber" mb="lg" icon={<IconUserShield aria-hidden />} title={t('access.lasts')}>
      <Group justify="space-between" mb={error ? 'sm' : 0}>
        <Text size="sm">{t('access.banner', { company: client.companyName, time: clock(expiresAt) })}</Text>
        <Button size="xs" variant="default" loading={isPending} onClick={() => mutate(access.id)}>
          {t('access.end')}
        </Button>
      </Group>
      <Problem error={error} />
    </Alert>
  );
}
