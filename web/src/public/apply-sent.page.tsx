import { Anchor, Group, Paper, Stack, Text, Timeline, Title } from '@mantine/core';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../shared/copy.button.tsx';
import { IconEye, IconMail, IconRocket } from '../shared/icons.tsx';
import { TextLink } from '../shared/layout/links.tsx';
import { PageTitle } from '../shared/layout/page/page.title.tsx';
import { PublicLayout } from '../shared/layout/public.layout.tsx';
import { readReceipt } from './apply.draft.ts';

const STEPS = [
  { step: 'read', Icon: IconEye },
  { step: 'decide', Icon: IconMail },
  { step: 'start', Icon: IconRocket },
] as const;

export function ApplySentPage() {
  const { t } = useTranslation('apply');
  const [receipt] = useState(readReceipt);
  if (!receipt) return <Navigate to="/apply" replace />;
  const { contactName, companyName, contactEmail, statusUrl } = receipt;
  const title = t('sent.title', { name: contactName });
  return (
    <PublicLayout>
      <PageTitle title={title} />
      <Stack maw={640} mx="auto" py={{ base: 'md', sm: 48 }} gap="lg">
        <div>
          <Title order={1} fz={{ base: 28, sm: 36 }}>
            {title}
          </Title>
          <Text mt="xs">{t('sent.text', { company: companyName, email: contactEmail })}</Text>
        </div>
        <Paper withBorder p={{ base: 'md', xs: 'xl' }} radius="lg">
          <Title order={2} size="h4" mb="lg">
            {t('sent.next')}
          </Title>
          <Timeline active={-1} bulletSize={32}>
            {STEPS.map(({ step, Icon }) => (
              <Timeline.Item key={step} title={t(`sent.${step}.title`)} bullet={<Icon size={16} aria-hidden />}>
                <Text size="sm">{t(`sent.${step}.text`)}</Text>
              </Timeline.Item>
            ))}
          </Timeline>
        </Paper>
        <Paper withBorder p={{ base: 'md', xs: 'xl' }} radius="lg">
          <Title order={2} size="h4" mb="xs">
            {t('sent.private')}
          </Title>
          <Text size="sm" mb="xs">
            {t('sent.privateHint')}
          </Text>
          <Group gap="xs" wrap="nowrap">
            <Anchor href={statusUrl} style={{ overflowWrap: 'anywhere' }}>
              {statusUrl}
            </Anchor>
            <CopyButton value={statusUrl} />
          </Group>
        </Paper>
        <TextLink to="/apply">{t('sent.another')}</TextLink>
      </Stack>
    </PublicLayout>
  );
}
