import { Button, NativeSelect, Stack, Switch, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { PartnershipType, PartnerTier } from '../../generated/enums.ts';
import {
  ResendInvitationDocument,
  UpdatePartnerDocument,
  type PartnerPartsFragment,
  type UpdatePartnerAccountInput,
} from '../../generated/admin/graphql.ts';
import { useChange } from '../../shared/forms/change.ts';
import { ConfirmChange } from '../../shared/forms/confirm.change.tsx';
import { Anyway, Conflict } from '../../shared/forms/conflict.tsx';
import { Facts } from '../../shared/data/facts.tsx';
import { Problem } from '../../shared/problem.tsx';
import { oneOf } from '../../shared/data/search.ts';
import { usePartnerWords, wantedOf } from './partner.words.ts';
import { showToast } from '../../shared/toasts.tsx';

/** For admins without permission to change settings. */
export function SettingFacts({ partner }: { partner: PartnerPartsFragment }) {
  const { t } = useTranslation(['admin', 'common']);
  const { partnerships, tier, clientManagementEnabled, whitelabelEnabled } = partner;
  const onOff = (isOn: boolean) => t(isOn ? 'common:on' : 'common:off');
  return (
    <Facts
      facts={{
        [t('partners.tier')]: t(`common:partnerTier.${tier}`),
        ...(partnerships.some(({ type }) => type === PartnershipType.Reseller)
          ? { [t('partners.clientManagement')]: onOff(clientManagementEnabled) }
          : {}),
        [t('partners.whitelabel')]: onOff(whitelabelEnabled),
      }}
    />
  );
}

export function PartnerSettings({ partner, hasJoined }: { partner: PartnerPartsFragment; hasJoined: boolean }) {
  const { t } = useTranslation(['admin', 'common']);
  const [isConfirming, confirming] = useDisclosure();
  const [planned, setPlanned] = useState(partner);
  const { id, companyName, tier, isActive } = partner;
  const words = usePartnerWords();
  const { missed, send, reset } = useChange(partner);
  const {
    mutate,
    isPending,
    error,
    variables,
    reset: clear,
  } = useMutation({
    mutationFn: (input: UpdatePartnerAccountInput) =>
      send((expectedVersion) => ask(UpdatePartnerDocument, { id, input, expectedVersion })),
    onSettled: () => queryClient.invalidateQueries(),
  });
  const forget = () => {
    reset();
    clear();
  };
  const resend = useMutation({
    mutationFn: () => ask(ResendInvitationDocument, { id }),
    onSuccess: () => showToast(t('partners.resent', { email: partner.adminEmail })),
  });
  return (
    <Stack>
      <NativeSelect
        label={t('partners.tier')}
        value={tier}
        disabled={isPending}
        onChange={({ currentTarget }) => mutate({ tier: oneOf(PartnerTier, currentTarget.value) })}
        data={[PartnerTier.Silver, PartnerTier.Gold, PartnerTier.Platinum].map((value) => ({
          value,
          label: t(`common:partnerTier.${value}`),
        }))}
      />
      {partner.partnerships.some(({ type }) => type === PartnershipType.Reseller) && (
        <Switch
          label={t('partners.clientManagement')}
          checked={partner.clientManagementEnabled}
          disabled={isPending}
          onChange={({ currentTarget }) => mutate({ clientManagementEnabled: currentTarget.checked })}
        />
      )}
      <Switch
        label={t('partners.whitelabel')}
        checked={partner.whitelabelEnabled}
        disabled={isPending}
        onChange={({ currentTarget }) => mutate({ whitelabelEnabled: currentTarget.checked })}
      />
      {missed && variables ? (
        <Conflict missed={missed} kind="partner" words={words} action={undefined}>
          <Text size="sm">{t('common:conflict.wanted', { what: wantedOf(variables, words) })}</Text>
          <Anyway isPending={isPending} onChange={() => mutate(variables)} onKeep={forget} />
        </Conflict>
      ) : (
        <Problem error={error ?? resend.error} />
      )}
      {!hasJoined && (
        <Button variant="default" loading={resend.isPending} onClick={() => resend.mutate()}>
          {t('partners.resend')}
        </Button>
      )}
      {isActive ? (
        <Button
          variant="outline"
          color="red"
          onClick={() => {
            setPlanned(partner);
            confirming.open();
          }}
        >
          {t('partners.deactivate')}
        </Button>
      ) : (
        <Button loading={isPending} onClick={() => mutate({ isActive: true })}>
          {t('partners.activate')}
        </Button>
      )}
      <ConfirmChange
        thing={planned}
        kind="partner"
        words={words}
        opened={isConfirming}
        onClose={confirming.close}
        title={t('partners.deactivate')}
        action={t('partners.deactivate')}
        isDangerous
        act={async (expectedVersion) => {
          await ask(UpdatePartnerDocument, { id, input: { isActive: false }, expectedVersion });
          await queryClient.invalidateQueries();
        }}
      >
        <Text>{t('partners.deactivateMeans', { company: companyName })}</Text>
      </ConfirmChange>
    </Stack>
  );
}
