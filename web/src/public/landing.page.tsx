import { Group, Paper, SimpleGrid, Text, ThemeIcon, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconBuildingStore, IconPlugConnected, IconSpeakerphone } from '../shared/icons.tsx';
import { ButtonLink } from '../shared/layout/links.tsx';
import { PublicLayout } from '../shared/layout/public.layout.tsx';

const TYPES = [
  { type: 'RESELLER', text: 'landing.reseller', Icon: IconBuildingStore },
  { type: 'REFERRAL', text: 'landing.referral', Icon: IconSpeakerphone },
  { type: 'TECHNOLOGY', text: 'landing.technology', Icon: IconPlugConnected },
] as const;

export function LandingPage() {
  const { t } = useTranslation(['apply', 'common']);
  return (
    <PublicLayout>
      <title>{t('common:product')}</title>
      <Title order={1} mt={{ base: 32, sm: 96 }} fz={{ base: 36, sm: 56 }} lh={1.1} maw={720}>
        {t('landing.title')}
      </Title>
      <Text fz={{ base: 'lg', sm: 'xl' }} c="dimmed" mt="lg" maw={620}>
        {t('landing.lead')}
      </Text>
      <Group mt="xl">
        <ButtonLink to="/apply" size="lg">
          {t('landing.apply')}
        </ButtonLink>
        <ButtonLink to="/sign-in" size="lg" variant="default">
          {t('landing.signIn')}
        </ButtonLink>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 3 }} mt={{ base: 48, sm: 80 }}>
        {TYPES.map(({ type, text, Icon }) => (
          <Paper key={type} withBorder p="lg" radius="lg">
            <ThemeIcon variant="light" size={44} radius="md" aria-hidden>
              <Icon size={24} stroke={1.5} />
            </ThemeIcon>
            <Title order={2} size="h4" mt="md">
              {t(`common:partnershipType.${type}`)}
            </Title>
            <Text size="sm" mt={6}>
              {t(text)}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
    </PublicLayout>
  );
}
