import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './card.module.css';

interface CardProps {
  title: string;
  /** At the right end of its head. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A group of content under a title. A line separates its sections. */
export function Card({ title, aside, children }: CardProps) {
  const id = useId();
  return (
    <section className={classes['card']} aria-labelledby={id}>
      <div className={classes['head']}>
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {aside}
      </div>
      {children}
    </section>
  );
}

export function CardSection({ children }: { children: ReactNode }) {
  return <div className={classes['section']}>{children}</div>;
}
