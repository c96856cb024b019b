import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page.head.module.css';
import { PageTitle } from './page.title.tsx';

interface ObjectHeadProps {
  title: string;
  /** Link back to the same list. */
  crumb: ReactNode;
  /** Position in that list, with the way to the previous and next object. */
  position?: ReactNode;
  /** Logo or initials, 44 px. */
  mark: ReactNode;
  /** At most two soft badges. */
  badges?: ReactNode;
  /** One line of facts. */
  facts: readonly ReactNode[];
  actions?: ReactNode;
}

/** Head of a page about one object, such as an application. The way back stays in sight. */
export function ObjectHead({ title, crumb, position, mark, badges, facts, actions }: ObjectHeadProps) {
  return (
    <>
      <PageTitle title={title} />
      <div className={`${classes['head']} ${classes['line']}`}>
        <div className={classes['crumb']}>
          {crumb}
          <span className={classes['here']} aria-hidden>
            {title}
          </span>
        </div>
        {position && <div className={classes['actions']}>{position}</div>}
      </div>
      <div className={classes['object']}>
        {mark}
        <div className={classes['about']}>
          <div className={classes['name']}>
            <Title order={1}>{title}</Title>
            {badges}
          </div>
          <div className={classes['facts']}>
            {facts.map((fact, index) => (
              <span key={index}>{fact}</span>
            ))}
          </div>
        </div>
        {actions && <div className={classes['actions']}>{actions}</div>}
      </div>
    </>
  );
}
