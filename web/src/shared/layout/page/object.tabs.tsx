import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../../format.ts';

export interface ObjectTab {
  /** In the URL. */
  id: string;
  title: string;
  count?: number | undefined;
  render: () => ReactNode;
}

interface ObjectTabsProps {
  label: string;
  /** Overview first, activity last. */
  tabs: readonly ObjectTab[];
  /** From the URL. */
  current: string | undefined;
  /** Undefined for the first tab. */
  onTab: (id: string | undefined) => void;
}

/** Tabs of a page about one object. Only the current one is loaded. */
export function ObjectTabs({ label, tabs, current, onTab }: ObjectTabsProps) {
  const { number } = useFormat();
  const [first] = tabs;
  const shown = tabs.find(({ id }) => id === current) ?? first;
  return (
    <Tabs
      value={shown?.id ?? null}
      onChange={(id) => onTab(id === null || id === first?.id ? undefined : id)}
      keepMounted={false}
    >
      <Tabs.List aria-label={label} mb="md" style={{ flexWrap: 'nowrap', overflowX: 'auto', overflowY: 'hidden' }}>
        {tabs.map(({ id, title, count }) => (
          <Tabs.Tab key={id} value={id} rightSection={count === undefined ? undefined : number(count)}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, render }) => (
        <Tabs.Panel key={id} value={id}>
          {id === shown?.id && render()}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
