import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../api/ask.ts';
import { queryClient } from '../api/query.client.ts';
import {
  AccountSecurityDocument,
  RemoveSecondFactorDocument,
  RenewRecoveryCodesDocument,
} from '../generated/security/graphql.ts';
import { renewSession } from '../session/session.ts';
import { ConfirmDialog } from '../shared/confirm.dialog.tsx';
import { useFormat } from '../shared/format.ts';
import { Problem } from '../shared/problem.tsx';
import { ToneBadge } from '../shared/data/tone.badge.tsx';
import { Card } from './card.tsx';
import { FactorSetup } from './factor.setup.tsx';
import { RecoveryCodes } from './recovery.codes.tsx';
import { showToast } from '../shared/toasts.tsx';

export function FactorCard() {
  const { t } = useTranslation('security');
  const { data, error } = useQuery(query(AccountSecurityDocument, {}));
  const security = data?.accountSecurity;
  return (
    <Card title={t('factor.title')} lead={t('factor.lead')}>
      <Problem error={error} />
      {security &&
        (security.secondFactorAt ? (
          <FactorOn
            since={security.secondFactorAt}
            isRequired={security.secondFactorRequired}
            codesLeft={security.recoveryCodesLeft}
          />
        ) : (
          <FactorOff />
        ))}
    </Card>
  );
}

function FactorOff() {
  const { t } = useTranslation('security');
  const [isSettingUp, settingUp] = useDisclosure();
  const finish = () => {
    settingUp.close();
    void renewSession().then(() => queryClient.invalidateQueries());
  };
  return (
    <Group justify="space-between">
      <ToneBadge color="gray">{t('factor.off')}</ToneBadge>
      <Button onClick={settingUp.open}>{t('factor.turnOn')}</Button>
      <Modal
        opened={isSettingUp}
        onClose={settingUp.close}
        title={t('factor.turnOn')}
        closeOnClickOutside={false}
        closeOnEscape={false}
      >
        <FactorSetup onDone={finish} />
      </Modal>
    </Group>
  );
}

interface FactorOnProps {
  since: string;
  isRequired: boolean;
  codesLeft: number;
}

function FactorOn({ since, isRequired, codesLeft }: FactorOnProps) {
  const { t } = useTranslation('security');
  const { date } = useFormat();
  const [isTurningOff, turningOff] = useDisclosure();
  const [isRenewing, renewing] = useDisclosure();
  const [codes, setCodes] = useState<string[]>();
  return (
    <Stack>
      <Group gap="md">
        <ToneBadge color="green">{t('factor.on', { date: date(since) })}</ToneBadge>
        <Text size="sm">{t('factor.codesLeft', { count: codesLeft })}</Text>
      </Group>
      <Group>
        <Button variant="default" onClick={renewing.open}>
          {t('factor.renew')}
        </Button>
        <Button variant="subtle" color="red" onClick={turningOff.open}>
          {t('factor.turnOff')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={isTurningOff}
        onClose={turningOff.close}
        title={t('factor.turnOffTitle')}
        action={t('factor.turnOff')}
        isDangerous
        act={async () => {
          await ask(RemoveSecondFactorDocument, {});
          await renewSession();
          showToast(t('factor.turnedOff'));
          await queryClient.invalidateQueries();
        }}
      >
        <Text>{t(isRequired ? 'factor.turnOffRequired' : 'factor.turnOffMeans')}</Text>
      </ConfirmDialog>
      <ConfirmDialog
        opened={isRenewing}
        onClose={renewing.close}
        title={t('factor.renewTitle')}
        action={t('factor.renew')}
        act={async () => setCodes((await ask(RenewRecoveryCodesDocument, {})).renewRecoveryCodes)}
      >
        <Text>{t('factor.renewMeans')}</Text>
      </ConfirmDialog>
      <Modal
        opened={codes !== undefined}
        onClose={() => setCodes(undefined)}
        title={t('codes.title')}
        withCloseButton={false}
        closeOnClickOutside={false}
        closeOnEscape={false}
      >
        <RecoveryCodes
          codes={codes ?? []}
          onDone={() => {
            setCodes(undefined);
            void queryClient.invalidateQueries();
          }}
        />
      </Modal>
    </Stack>
  );
}
