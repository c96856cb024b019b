import { Button, Table, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { TextLink } from '../layout/links.tsx';
import classes from './charts.module.css';

export interface Bar {
  /** Such as a day. Unique in the chart. */
  label: string;
  count: number;
  /** The list with exactly these items. */
  link: Pick<LinkProps, 'to' | 'search'>;
}

interface BarChartProps {
  /** In order of time. */
  bars: Bar[];
  /** Whether the last one is the present. */
  endsNow: boolean;
  /** A sentence for screen readers. */
  sentence: string;
  /** Head of the table's first column, such as "Day". */
  unit: string;
  /** Head of the second. */
  counted: string;
}

/** One bar a period. Each is a link; by keyboard and for screen readers, the links are in the table of numbers. */
export function BarChart({ bars, endsNow, sentence, unit, counted }: BarChartProps) {
  const { t } = useTranslation('home');
  const { number } = useFormat();
  const [isOpen, { toggle }] = useDisclosure();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const marked = [bars[0], bars[Math.floor(bars.length / 2)], bars.at(-1)].filter((bar) => bar !== undefined);
  return (
    <div>
      <VisuallyHidden>{sentence}</VisuallyHidden>
      <div className={classes['plot']} data-now={endsNow || undefined} aria-hidden>
        <span className={classes['most']}>{number(most)}</span>
        {bars.map(({ label, count, link }) => (
          <Link key={label} {...link} tabIndex={-1} className={classes['slot']} title={`${label}: ${number(count)}`}>
            <span className={classes['bar']} style={{ height: `${(100 * count) / most}%` }} />
          </Link>
        ))}
      </div>
      <div className={classes['axis']} aria-hidden>
        {[...new Set(marked.map(({ label }) => label))].map((label) => (
          <span key={label}>{label}</span>
        ))}
      </div>
      <Button size="compact-xs" variant="subtle" mt={4} ml={-8} onClick={toggle} aria-expanded={isOpen}>
        {t(isOpen ? 'chart.hide' : 'chart.show')}
      </Button>
      {isOpen && (
        <Table className={classes['numbers'] ?? ''} captionSide="top">
          <Table.Caption>
            <VisuallyHidden>{counted}</VisuallyHidden>
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{unit}</Table.Th>
              <Table.Th scope="col" ta="right">
                {counted}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {bars.map(({ label, count, link }) => (
              <Table.Tr key={label}>
                <Table.Td>
                  <TextLink {...link}>{label}</TextLink>
                </Table.Td>
                <Table.Td ta="right">{number(count)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
}
