import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page.head.module.css';
import { PageTitle } from './page.title.tsx';

interface PageHeaderProps {
  title: string;
  /** Beside the title, such as saved views. */
  views?: ReactNode;
  lead?: ReactNode;
  /** Buttons: at most one main button, others quiet. */
  actions?: ReactNode;
}

/** Head of a page that is not about one object. It stays in sight. */
export function PageHeader({ title, views, lead, actions }: PageHeaderProps) {
  return (
    <>
      <PageTitle title={title} />
      <div className={classes['head']}>
        <Title order={1} size="h2" className={classes['title'] ?? ''}>
          {title}
        </Title>
        {views}
        {actions && <div className={classes['actions']}>{actions}</div>}
      </div>
      {lead && (
        <Text c="dimmed" mb="md">
          {lead}
        </Text>
      )}
    </>
  );
}
