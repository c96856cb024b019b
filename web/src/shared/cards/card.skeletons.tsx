import { useTranslation } from 'react-i18next';
import classes from './cards.module.css';

const FIGURES = [0, 1, 2, 3];
const CARDS = [0, 1];
const ROWS = [46, 38, 52, 41, 48];

/** A strip of figures and two cards in the shape of what comes, after 200 ms. */
export function CardSkeletons() {
  const { t } = useTranslation();
  return (
    <div className={classes['skeletons']} role="status" aria-label={t('loading')}>
      <div className={classes['strip']} aria-hidden>
        {FIGURES.map((index) => (
          <div key={index} className={classes['figure']}>
            <i style={{ width: '50%' }} />
            <i style={{ width: '30%', height: 20 }} />
          </div>
        ))}
      </div>
      {CARDS.map((index) => (
        <div key={index} className={classes['card']} aria-hidden>
          <div className={classes['head']}>
            <i style={{ width: '24%' }} />
          </div>
          <div className={classes['body']}>
            {ROWS.map((width) => (
              <i key={width} style={{ width: `${width}%` }} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
