import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApplicationStatus } from '../../generated/enums.ts';
import type { HomePeriodQuery } from '../../generated/admin/graphql.ts';
import { Card } from '../../shared/cards/card.tsx';
import { SparkLine } from '../../shared/charts/spark.line.tsx';
import { Help } from '../../shared/help/help.tsx';
import { useFormat } from '../../shared/format.ts';
import { TextLink } from '../../shared/layout/links.tsx';
import type { AskedState } from '../applications/list/applications.search.ts';
import { countOf, daysOf, pointsOf, shareOf, type Change } from './figures.ts';
import classes from './home.module.css';
import type { ListOf } from './list.of.ts';
import { PeriodSelect } from './period.select.tsx';
import type { PeriodSearch, Range } from './period.ts';

const { Approved, Rejected } = ApplicationStatus;

interface Row {
  name: 'submitted' | 'approved' | 'declined' | 'withdrawn' | 'approvalRate' | 'timeToDecision';
  value: string;
  status?: AskedState;
  change?: Change | undefined;
  course?: number[];
}

interface PeriodCardProps {
  figures: HomePeriodQuery;
  range: Range;
  listOf: ListOf;
  onPeriod: (search: PeriodSearch) => void;
}

/** The period's figures beside those of the time before. Each links to its applications. */
export function PeriodCard({ figures: { now, before }, range, listOf, onPeriod }: PeriodCardProps) {
  const { t } = useTranslation('home');
  const { number, percent, days } = useFormat();
  const counted = (status: ApplicationStatus) => [countOf(now, status), countOf(before, status)] as const;
  const [approved, approvedBefore] = counted(Approved);
  const [declined, declinedBefore] = counted(Rejected);
  const { approvalRate: rate, medianHoursToDecision: hours } = now;
  const rows: Row[] = [
    {
      name: 'submitted',
      value: number(now.total),
      change: shareOf(now.total, before.total, 'good'),
      course: now.overTime.map(({ submitted }) => submitted),
    },
    { name: 'approved', value: number(approved), status: Approved, change: shareOf(approved, approvedBefore, 'good') },
    {
      name: 'declined',
      value: number(declined),
      status: Rejected,
      change: shareOf(declined, declinedBefore, 'neither'),
    },
    {
      name: 'withdrawn',
      value: number(now.withdrawn),
      status: 'WITHDRAWN',
      change: shareOf(now.withdrawn, before.withdrawn, 'neither'),
    },
    {
      name: 'approvalRate',
      value: rate == null ? '–' : percent(rate),
      status: 'DECIDED',
      change: pointsOf(rate, before.approvalRate),
    },
    {
      name: 'timeToDecision',
      value: hours == null ? '–' : days(hours / 24),
      status: 'DECIDED',
      change: daysOf(hours, before.medianHoursToDecision),
    },
  ];
  return (
    <Card title={t('period.title')} end={<PeriodSelect range={range} onChange={onPeriod} />}>
      <dl className={classes['figures']}>
        {rows.map(({ name, value, status, change, course }) => (
          <div key={name}>
            <dt>
              {t(`period.${name}`)} {(name === 'approvalRate' || name === 'timeToDecision') && <Help topic={name} />}
              {course && <SparkLine values={course} />}
            </dt>
            <dd>
              <TextLink {...listOf({ status })} c="var(--rg-text)" aria-label={`${t(`period.${name}`)}: ${value}`}>
                <strong>{value}</strong>
              </TextLink>
              <ChangeText change={change} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function ChangeText({ change }: { change: Change | undefined }) {
  const { t } = useTranslation('home');
  const { signed } = useFormat();
  if (!change) return <span className={classes['change']}>{t('period.noBefore')}</span>;
  const { by, unit, isGood } = change;
  return (
    <span className={classes['change']} data-tone={isGood === undefined ? undefined : isGood ? 'good' : 'bad'}>
      {unit === 'points' ? t('period.points', { by: signed(by, 'number') }) : signed(by, unit)}
      <VisuallyHidden> {t('period.against')}</VisuallyHidden>
    </span>
  );
}
