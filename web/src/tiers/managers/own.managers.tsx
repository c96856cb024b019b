import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../api/ask.ts';
import { OwnManagersDocument } from '../../generated/tiers/graphql.ts';
import { Card } from '../../shared/cards/card.tsx';
import { IconMail } from '../../shared/icons.tsx';
import { Mark } from '../../shared/marks/mark.tsx';
import { Problem } from '../../shared/problem.tsx';
import classes from './managers.module.css';

interface Person {
  name: string;
  email: string;
}

/** The admins that a partner can turn to. Nothing if there are none. */
export function OwnManagersCard() {
  const { t } = useTranslation('tiers');
  const { data, error, isFetching, refetch } = useQuery(query(OwnManagersDocument, {}));
  if (error) return <Problem error={error} retry={refetch} isRetrying={isFetching} />;
  const { manager, technicalManager } = data?.viewer?.partnerAccount ?? {};
  if (!manager && !technicalManager) return null;
  return (
    <Card title={t('managers.yours')}>
      <ul className={classes['people']}>
        {manager && <Contact person={manager} post={t('managers.yourManager')} />}
        {technicalManager && <Contact person={technicalManager} post={t('managers.yourTechnical')} />}
      </ul>
    </Card>
  );
}

function Contact({ person: { name, email }, post }: { person: Person; post: string }) {
  const { t } = useTranslation('tiers');
  return (
    <li>
      <Mark name={name} kind="person" size={36} />
      <div className={classes['about']}>
        <Text size="sm" fw={500}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {post}
        </Text>
        <Text size="xs" c="dimmed">
          {email}
        </Text>
      </div>
      <Button
        component="a"
        href={`mailto:${email}`}
        variant="default"
        size="xs"
        leftSection={<IconMail size={16} stroke={1.5} aria-hidden />}
        aria-label={t('managers.writeTo', { name })}
      >
        {t('managers.write')}
      </Button>
    </li>
  );
}
