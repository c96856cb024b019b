import { Button, Grid, NativeSelect, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, query } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import { PartnershipType, PartnerTier } from '../../generated/enums.ts';
import {
  PartnerDetailsDocument,
  ResendInvitationDocument,
  UpdatePartnerDocument,
  type PartnerPartsFragment,
  type UpdatePartnerAccountInput,
} from '../../generated/admin/graphql.ts';
import { useChange } from '../../shared/forms/change.ts';
import { ConfirmChange } from '../../shared/forms/confirm.change.tsx';
import { Anyway, Conflict } from '../../shared/forms/conflict.tsx';
import { EmptyState } from '../../shared/data/empty.state.tsx';
import { Facts } from '../../shared/data/facts.tsx';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import { Loading } from '../../shared/data/loading.tsx';
import { PageHeader } from '../../shared/layout/page.header.tsx';
import { Problem } from '../../shared/problem.tsx';
import { oneOf } from '../../shared/data/search.ts';
import { useViewer } from '../../session/session.store.ts';
import { mayManagePartners } from '../rights.ts';
import { usePartnerWords, wantedOf } from './partner.words.ts';
import { PartnerState } from './partners.page.tsx';

const route = getRouteApi('/admin/partners/$id');

export function PartnerPage() {
  const { t } = useTranslation(['admin', 'common']);
  const { date } = useFormat();
  const { id } = route.useParams();
  const manages = mayManagePartners(useViewer());
  const { data, error, isPending, isFetching, refetch } = useQuery(query(PartnerDetailsDocument, { id }));
  if (isPending) return <Loading />;
  const problem = <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  if (!data) return problem;
  const partner = data.partnerAccount;
  if (!partner) {
    return (
      <EmptyState isPage title={t('partners.missing')}>
        <TextLink to="/admin/partners">{t('partners.all')}</TextLink>
      </EmptyState>
    );
  }
  return (
    <>
      {problem}
      <PageHeader title={partner.companyName} actions={<PartnerState isActive={partner.isActive} />} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Paper withBorder p="lg" radius="lg" h="100%">
            <Facts
              facts={{
                [t('partners.owner')]: partner.adminEmail,
                [t('partners.since')]: date(partner.createdAt),
                [t('partners.joined')]: partner.joinedAt ? date(partner.joinedAt) : t('partners.invited'),
                [t('partners.partnerships')]: partner.partnerships.map(({ type, since, application }) => (
                  <TextLink key={type} to="/admin/applications/$id" params={{ id: application.id }} display="block">
                    {t('partners.partnershipSince', {
                      type: t(`common:partnershipType.${type}`),
                      date: date(since),
                    })}
                  </TextLink>
                )),
                [t('partners.activity')]: (
                  <TextLink to="/admin/audit" search={{ partner: partner.id }}>
                    {t('partners.toActivity')}
                  </TextLink>
                ),
              }}
            />
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Paper withBorder p="lg" radius="lg" h="100%">
            <Title order={2} size="h4" mb="md">
              {t('partners.settings')}
            </Title>
            {manages ? (
              <Settings key={partner.id} partner={partner} hasJoined={Boolean(partner.joinedAt)} />
            ) : (
              <SettingFacts partner={partner} />
            )}
          </Paper>
        </Grid.Col>
      </Grid>
    </>
  );
}

/** For admins without permission to change settings. */
function SettingFacts({ partner }: { partner: PartnerPartsFragment }) {
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

function Settings({ partner, hasJoined }: { partner: PartnerPartsFragment; hasJoined: boolean }) {
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
    onSuccess: () => notifications.show({ message: t('partners.resent', { email: partner.adminEmail }) }),
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
