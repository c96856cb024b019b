import { Grid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActivityList } from '../../../activity/activity.list.tsx';
import { PartnershipType } from '../../../generated/enums.ts';
import type { PartnerDetailsQuery } from '../../../generated/admin/graphql.ts';
import { Card } from '../../../shared/cards/card.tsx';
import { TextLink } from '../../../shared/layout/links.tsx';
import { useViewer } from '../../../session/session.store.ts';
import { adminLink } from '../../object.link.tsx';
import { mayManagePartners } from '../../rights.ts';
import type { PartnerDetails } from '../partner.details.ts';
import { PartnerSettings, SettingFacts } from '../partner.settings.tsx';
import { AboutCard } from './about.card.tsx';
import { CompanyCard } from './company.card.tsx';
import { OverviewFigures } from './overview.figures.tsx';
import { PartnerNote } from './partner.note.tsx';

const LATEST = 8;

interface OverviewProps {
  partner: PartnerDetails;
  details: PartnerDetailsQuery;
}

export function PartnerOverview({ partner, details }: OverviewProps) {
  const { t } = useTranslation('admin');
  const { id, joinedAt, partnerships } = partner;
  const mayManage = mayManagePartners(useViewer());
  return (
    <Stack gap="md">
      <OverviewFigures
        details={details}
        partnerId={id}
        hasClients={partnerships.some(({ type }) => type === PartnershipType.Reseller)}
      />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="md">
            <Card
              title={t('partners.latest')}
              end={<TabLink id={id} tab="activity" text={t('partners.allActivity')} />}
            >
              <ActivityList
                label={t('partners.tab.activity')}
                filter={{ resellerId: id }}
                link={adminLink}
                latest={LATEST}
              />
            </Card>
            <Card title={t('partners.latestNotes')} end={<TabLink id={id} tab="notes" text={t('partners.allNotes')} />}>
              <Notes notes={details.partnerNotes.items} />
            </Card>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="md">
            <AboutCard partner={partner} />
            <CompanyCard partner={partner} changes={details.companyChanges.items} />
            <Card title={t('partners.settings')}>
              {mayManage ? (
                <PartnerSettings partner={partner} hasJoined={Boolean(joinedAt)} />
              ) : (
                <SettingFacts partner={partner} />
              )}
            </Card>
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

const TabLink = ({ id, tab, text }: { id: string; tab: string; text: string }) => (
  <TextLink to="/admin/partners/$id" params={{ id }} search={{ tab }} size="sm">
    {text}
  </TextLink>
);

function Notes({ notes }: { notes: PartnerDetailsQuery['partnerNotes']['items'] }) {
  const { t } = useTranslation('admin');
  if (notes.length > 0) return notes.map((note) => <PartnerNote key={note.id} note={note} />);
  return (
    <Text size="sm" c="dimmed">
      {t('partners.noNotes')}
    </Text>
  );
}
