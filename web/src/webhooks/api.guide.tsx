import { Anchor, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../shared/layout/links.tsx';
import { useIsAdmin } from './area.link.tsx';

/** The ways in for other systems. */
export function ApiGuide() {
  const { t } = useTranslation('webhooks');
  return (
    <Stack gap="xs" maw={640}>
      <Text>{t('api.lead')}</Text>
      <List spacing="xs">
        <List.Item>
          <Anchor href="/api/docs" target="_blank">
            {t('api.rest')}
          </Anchor>
        </List.Item>
        <List.Item>
          <Anchor href="/api/openapi.json" target="_blank">
            {t('api.openapi')}
          </Anchor>
        </List.Item>
        <List.Item>
          <TextLink to={useIsAdmin() ? '/admin/api-keys' : '/partner/api-keys'}>{t('api.keys')}</TextLink>
        </List.Item>
      </List>
    </Stack>
  );
}
