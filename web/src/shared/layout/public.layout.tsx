import { Box, Container, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from './brand.tsx';
import { ConnectionBanner } from './connection.banner.tsx';
import classes from './layout.module.css';
import { Preferences } from './navigation/preferences.tsx';
import { SkipLink } from './skip.link.tsx';
import { StagingBanner } from './staging.banner.tsx';

/** Layout of pages without sign-in. */
export function PublicLayout({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Box className={classes['public'] ?? ''}>
      <SkipLink />
      <Container component="header" size="lg" py="md">
        <Group justify="space-between" wrap="nowrap">
          <Link to="/" className={classes['home'] ?? ''} aria-label={`${t('product')}: ${t('toStart')}`}>
            <Brand />
          </Link>
          <Preferences />
        </Group>
      </Container>
      <Container component="main" id="content" tabIndex={-1} size="lg" pb={64}>
        <StagingBanner />
        <ConnectionBanner />
        {children}
      </Container>
    </Box>
  );
}
