import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Mark } from '../../marks/mark.tsx';
import classes from './name.cell.module.css';

interface NameCellProps {
  name: string;
  kind?: 'company' | 'person';
  /** The name as a link to its page. The name itself by default. */
  children?: ReactNode;
}

/** The first cell of a row: mark and name. */
export function NameCell({ name, kind = 'company', children = name }: NameCellProps) {
  return (
    <Group gap={8} wrap="nowrap">
      <Mark name={name} kind={kind} />
      <span className={classes['name']}>{children}</span>
    </Group>
  );
}
