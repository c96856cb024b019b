import { Link } from '@tanstack/react-router';
import { useFormat } from '../../format.ts';
import type { MenuItem } from './menu.ts';
import classes from './navigation.module.css';

/** A link to a page, with its icon, its name, and the work that waits there. */
export function MenuLink({ item, className }: { item: MenuItem; className: string }) {
  const { number } = useFormat();
  const { to, search = {}, label, icon, isExact = false, count = 0, countOf = 'work' } = item;
  return (
    <Link
      to={to}
      search={search}
      className={className}
      activeOptions={{ exact: isExact, includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
      title={label}
    >
      {icon}
      <span className={classes['label']}>{label}</span>
      {count > 0 && (
        <span className={classes['count']} data-of={countOf}>
          {number(count)}
        </span>
      )}
    </Link>
  );
}
