import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './cards.module.css';

interface CardProps {
  title: ReactNode;
  /** Beside the title, such as a count. */
  aside?: ReactNode;
  /** At the end of the head: a link or a choice. */
  end?: ReactNode;
  /** Leaves out the padding, for lists with rows of their own. */
  isFlush?: boolean;
  children: ReactNode;
}

/** Groups what belongs together, below a title. */
export function Card({ title, aside, end, isFlush = false, children }: CardProps) {
  const id = useId();
  return (
    <section className={classes['card']} aria-labelledby={id}>
      <div className={classes['head']}>
        <Title order={2} size="sm" lh="20px" id={id}>
          {title}
        </Title>
        {aside && <span className={classes['aside']}>{aside}</span>}
        {end && <div className={classes['end']}>{end}</div>}
      </div>
      <div className={isFlush ? '' : classes['body']}>{children}</div>
    </section>
  );
}
