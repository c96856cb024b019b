import { useTranslation } from 'react-i18next';
import classes from '../list.module.css';

const ROWS = Array.from({ length: 12 }, (_, index) => index);

/** Rows in the shape of what comes, after 200 ms. */
export function Skeletons() {
  const { t } = useTranslation();
  return (
    <div className={classes['skeletons']} role="status" aria-label={t('loading')}>
      {ROWS.map((index) => (
        <div key={index} className={classes['skeleton']} aria-hidden>
          <i style={{ width: 20, height: 20 }} />
          <i style={{ width: `${24 + ((index * 7) % 18)}%` }} />
          <i style={{ width: '14%', marginLeft: 'auto' }} />
          <i style={{ width: '8%' }} />
        </div>
      ))}
    </div>
  );
}
