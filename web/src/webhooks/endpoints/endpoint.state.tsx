import { useTranslation } from 'react-i18next';
import { WebhookEndpointStatus } from '../../generated/enums.ts';
import { State } from '../../shared/marks/state.tsx';
import type { Shape } from '../../shared/marks/status.mark.tsx';
import { useEventName, type Endpoint } from '../webhook.words.ts';

type Health = WebhookEndpointStatus | 'FAILING';

const SHAPES: Record<Health, Shape> = {
  ENABLED: 'disc',
  FAILING: 'diamond',
  DISABLED: 'bars',
  FAILING_DISABLED: 'cross',
  ARCHIVED: 'bars',
};

/** An enabled endpoint that fails is a state of its own. */
const healthOf = ({ status, failuresInARow }: Pick<Endpoint, 'status' | 'failuresInARow'>): Health =>
  status === WebhookEndpointStatus.Enabled && failuresInARow > 0 ? 'FAILING' : status;

interface EndpointStateProps {
  endpoint: Pick<Endpoint, 'status' | 'failuresInARow'>;
  isSoft?: boolean;
}

export function EndpointState({ endpoint, isSoft }: EndpointStateProps) {
  const { t } = useTranslation('webhooks');
  const health = healthOf(endpoint);
  return (
    <State shape={SHAPES[health]} isSoft={isSoft}>
      {t(`status.${health}`)}
    </State>
  );
}

/** How many types of events it gets. Their names show on hover. */
export function EndpointTypes({ types }: Pick<Endpoint, 'types'>) {
  const { t } = useTranslation('webhooks');
  const nameOf = useEventName();
  if (types.length === 0) return t('allTypes');
  return <span title={types.map(nameOf).join('\n')}>{t('typesCount', { count: types.length })}</span>;
}
