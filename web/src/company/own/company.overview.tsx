import { Alert, Button, Grid, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask.ts';
import { queryClient } from '../../api/query.client.ts';
import {
  WithdrawCompanyChangeDocument,
  type CompanyChangePartsFragment,
  type CompanyPartsFragment,
} from '../../generated/company/graphql.ts';
import { CompanyChangeStatus } from '../../generated/enums.ts';
import { Card } from '../../shared/cards/card.tsx';
import { ConfirmDialog } from '../../shared/confirm.dialog.tsx';
import { useAddress } from '../../shared/data/address.ts';
import { Facts } from '../../shared/data/facts.tsx';
import { useFormat } from '../../shared/format.ts';
import { IconAlertTriangle } from '../../shared/icons.tsx';
import { WebsiteLink } from '../../shared/layout/links.tsx';
import { showToast } from '../../shared/toasts.tsx';
import { ChangeState } from '../change.state.tsx';
import { useChangedNames } from '../details.ts';
import { Difference } from '../difference.tsx';

interface CompanyOverviewProps {
  company: CompanyPartsFragment;
  isOwner: boolean;
}

export function CompanyOverview({ company, isOwner }: CompanyOverviewProps) {
  const { t } = useTranslation(['company', 'common']);
  const { pendingChange, lastDecision } = company;
  const address = useAddress()(company);
  const label = (field: 'companyName' | 'legalName' | 'vatId' | 'website' | 'phone' | 'description') =>
    t(`common:change.field.${field}`);
  const isDeclined = !pendingChange && lastDecision?.status === CompanyChangeStatus.Rejected;
  return (
    <Stack>
      {isDeclined && <Declined change={lastDecision} />}
      {pendingChange && <Pending change={pendingChange} isOwner={isOwner} />}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Card title={t('reviewed')}>
            <Facts
              facts={{
                [label('companyName')]: company.companyName,
                [label('legalName')]: company.legalName,
                [t('address')]: address,
                [label('vatId')]: company.vatId,
              }}
            />
          </Card>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Card title={t('free')}>
            <Facts
              facts={{
                [label('website')]: company.website === null ? null : <WebsiteLink address={company.website} />,
                [label('phone')]: company.phone,
                [label('description')]: company.description,
              }}
            />
          </Card>
        </Grid.Col>
      </Grid>
      {!isOwner && (
        <Text size="sm" c="dimmed">
          {t('readOnly')}
        </Text>
      )}
    </Stack>
  );
}

function Declined({ change }: { change: CompanyChangePartsFragment }) {
  const { t } = useTranslation('company');
  const { date } = useFormat();
  const namesOf = useChangedNames();
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('declined')}>
      <Text size="sm">
        {t('declinedMeans', { fields: namesOf(change), date: date(change.closedAt ?? change.createdAt) })}
      </Text>
      {change.message !== null && (
        <Text size="sm" mt="xs" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {t('message', { message: change.message })}
        </Text>
      )}
    </Alert>
  );
}

function Pending({ change, isOwner }: { change: CompanyChangePartsFragment; isOwner: boolean }) {
  const { t } = useTranslation('company');
  const { dateTime } = useFormat();
  return (
    <Card
      title={t('pending')}
      aside={<ChangeState status={change.status} />}
      end={isOwner && <Withdrawal id={change.id} />}
    >
      <Text size="sm" mb="sm">
        {t('pendingMeans', { name: change.requestedBy ?? t('someone'), date: dateTime(change.createdAt) })}
      </Text>
      <Difference
        label={t('pending')}
        before={change.before}
        after={change.after}
        titles={{ before: t('now'), after: t('wanted') }}
      />
    </Card>
  );
}

function Withdrawal({ id }: { id: string }) {
  const { t } = useTranslation('company');
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
        {t('withdraw')}
      </Button>
      <ConfirmDialog
        opened={isOpen}
        onClose={close}
        title={t('withdrawTitle')}
        action={t('withdraw')}
        keep={t('keep')}
        isDangerous
        act={async () => {
          await ask(WithdrawCompanyChangeDocument, { id }).finally(() => void queryClient.invalidateQueries());
          showToast(t('withdrawn'));
        }}
      >
        <Text>{t('withdrawMeans')}</Text>
      </ConfirmDialog>
    </>
  );
}
