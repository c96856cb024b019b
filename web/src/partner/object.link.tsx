import type { ObjectLink } from '../activity/sentence.tsx';
import { TextLink } from '../shared/layout/links.tsx';
import { useViewer } from '../session/session.store.ts';
import { EndpointLink } from '../webhooks/area.link.tsx';
import { mayManageMembers } from './rights.ts';

/** Links objects of the activity that partners have a page for. */
export const partnerLink: ObjectLink = ({ type, id }, _event, text) => {
  if (type === 'ClientAccount')
    return (
      <TextLink to="/partner/clients/$id" params={{ id }}>
        {text}
      </TextLink>
    );
  if (type === 'WebhookEndpoint') return <Endpoint id={id}>{text}</Endpoint>;
  return text;
};

/** Owners alone have a page for it. */
const Endpoint = ({ id, children }: { id: string; children: string }) =>
  mayManageMembers(useViewer()) ? <EndpointLink id={id}>{children}</EndpointLink> : children;
