import { ActionIcon, Anchor, Popover, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type help from '../../locales/en/help.ts';
import { useSession } from '../../session/session.store.ts';
import classes from './help.module.css';

export type HelpTopic = keyof (typeof help)['topics'];

/** A short explanation behind "?". The texts are in locales/<language>/help.ts. */
export function Help({ topic }: { topic: HelpTopic }) {
  const { t } = useTranslation('help');
  const session = useSession();
  const supportUrl = 'viewer' in session ? session.viewer.supportUrl : undefined;
  const title = t(`topics.${topic}.title`);
  return (
    <Popover width={280} position="bottom" withArrow trapFocus={Boolean(supportUrl)} returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={18}
          radius="xl"
          className={classes['mark'] ?? ''}
          aria-label={t('about', { title })}
        >
          ?
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        <Text size="sm">{t(`topics.${topic}.text`)}</Text>
        {supportUrl && (
          <Anchor href={supportUrl} target="_blank" rel="noopener noreferrer" size="sm" mt="xs" display="inline-block">
            {t('more')}
          </Anchor>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
