import type { ObjectLink } from '../activity/sentence.tsx';
import { TextLink } from '../shared/layout/links.tsx';
import { useViewer } from '../session/session.store.ts';
import { EndpointLink } from '../webhooks/area.link.tsx';
import { mayManagePartners } from './rights.ts';

/** Links objects of the audit log that admins have a page for. */
export const adminLink: ObjectLink = ({ type, id }, { partner }, text) => {
  if (type === 'PartnerApplication')
    return (
      <TextLink to="/admin/applications/$id" params={{ id }}>
        {text}
      </TextLink>
    );
  if (type === 'PartnerAccount')
    return (
      <TextLink to="/admin/partners/$id" params={{ id }}>
        {text}
      </TextLink>
    );
  if (type === 'Agreement')
    return (
      <TextLink to="/admin/agreements/$id" params={{ id }}>
        {text}
      </TextLink>
    );
  if (type === 'ClientAccount' && partner)
    return (
      <TextLink to="/admin/partners/$id/clients/$clientId" params={{ id: partner.id, clientId: id }}>
        {text}
      </TextLink>
    );
  if (type === 'WebhookEndpoint' && !partner) return <Endpoint id={id}>{text}</Endpoint>;
  return text;
};

/** Those of the platform. Admins who manage partners have a page for them. */
const Endpoint = ({ id, children }: { id: string; children: string }) =>
  mayManagePartners(useViewer()) ? <EndpointLink id={id}>{children}</EndpointLink> : children;
