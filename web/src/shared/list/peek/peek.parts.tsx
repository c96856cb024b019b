import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Kbd } from '../../keys/kbd.tsx';
import { useKeys } from '../../keys/keys.ts';
import { Mark } from '../../marks/mark.tsx';
import type { RowAction } from '../list.types.ts';
import classes from './peek.parts.module.css';

interface PeekHeadingProps {
  name: string;
  /** A short description. */
  about: ReactNode;
  state: ReactNode;
  kind?: 'company' | 'person';
}

export function PeekHeading({ name, about, state, kind = 'company' }: PeekHeadingProps) {
  return (
    <div className={classes['heading']}>
      <Mark name={name} kind={kind} size={44} />
      <div className={classes['who']}>
        <h2 className={classes['name']}>{name}</h2>
        <div className={classes['about']}>{about}</div>
      </div>
      {state}
    </div>
  );
}

/** A part of the panel, with a line below. */
export const PeekPart = ({ children }: { children: ReactNode }) => <div className={classes['part']}>{children}</div>;

/** The main actions, always in sight. */
export const PeekFoot = ({ children }: { children: ReactNode }) => <div className={classes['foot']}>{children}</div>;

interface PeekActionsProps<Item> {
  item: Item;
  actions: readonly RowAction<Item>[];
  /** After the actions. */
  children?: ReactNode;
}

/** The actions of the row's menu that apply, with their keys: the list leaves these to its open panel. */
export function PeekActions<Item>({ item, actions, children }: PeekActionsProps<Item>) {
  const possible = actions.filter(({ applies }) => applies?.(item) ?? true);
  useKeys(possible.flatMap(({ keys, label, run }) => (keys ? [{ keys, label, run: () => run([item]) }] : [])));
  if (possible.length === 0 && !children) return null;
  return (
    <PeekFoot>
      {possible.map(({ id, label, keys, isDanger, run }) => (
        <Button
          key={id}
          size="xs"
          variant="default"
          {...(isDanger ? { c: 'var(--rg-red-text)' } : {})}
          {...(keys && { rightSection: <Kbd keys={keys} />, 'aria-keyshortcuts': keys })}
          onClick={() => run([item])}
        >
          {label}
        </Button>
      ))}
      {children}
    </PeekFoot>
  );
}

/** Names and values. Empty ones are left out. */
export function PeekFacts({ facts }: { facts: Record<string, ReactNode> }) {
  return (
    <dl className={classes['facts']}>
      {Object.entries(facts)
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
