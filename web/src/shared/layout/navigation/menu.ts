import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A page in the menu. */
export interface MenuItem {
  to: NonNullable<LinkProps['to']>;
  /** Search parameters of its list. */
  search?: Record<string, string>;
  label: string;
  icon: ReactNode;
  /** True if `to` is also the beginning of other pages' addresses. */
  isExact?: boolean;
  /** Letter that opens it after G. */
  letter?: string;
  /** Shown in the bar of a phone. At most four have one. */
  isTab?: boolean;
  /** Work that waits, such as open applications. Zero is not shown. */
  count?: number | undefined;
  /** Meaning of the count: work to do, unread, or failed. */
  countOf?: 'work' | 'unread' | 'failed';
  /** A command of the page, which the palette offers on all pages. It runs the page's own key. */
  command?: { label: string; keys: string } | false;
}

/** Two to four pages under a label. The first group has none. */
export interface MenuGroup {
  label?: string;
  items: (MenuItem | false)[];
}

/** Pages of a group that the viewer can open. */
export const itemsOf = ({ items }: MenuGroup): MenuItem[] => items.filter((item) => item !== false);
