import type { ReactNode } from 'react';
import type { Row } from '../../core/database/row.query.ts';
import type { EmailMessage } from '../../email/email-message.entity.ts';
import type { RenderedEmail } from '../../email/email.renderer.ts';

type Email = Row<EmailMessage>;

const STYLE = `
  body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 1100px; padding: 24px; color: #1f2937 }
  table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: 8px; vertical-align: top }
  th { color: #5b6472; font-weight: 500; white-space: nowrap } tr + tr { border-top: 1px solid #e5e7eb }
  a { color: #4338ca } .SENT { color: #2b8a3e } .FAILED { color: #c92a2a } .QUEUED, .HELD_BACK { color: #a35200 }
  iframe { border: 1px solid #e5e7eb; border-radius: 8px; height: 720px; width: 100% }
  pre { background: #f3f4f6; border-radius: 8px; padding: 16px; white-space: pre-wrap; overflow-wrap: anywhere }
`;

interface PageProps {
  title: string;
  /** Seconds after which the page reloads. */
  refresh?: number;
  children?: ReactNode;
}

export const Page = ({ title, refresh, children }: PageProps) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      {refresh && <meta httpEquiv="refresh" content={String(refresh)} />}
      <title>{title}</title>
      <style>{STYLE}</style>
    </head>
    <body>
      <h1>{title}</h1>
      {children}
    </body>
  </html>
);

export const MailboxList = ({ emails }: { emails: Email[] }) => (
  <Page title="Mailbox" refresh={5}>
    <p>The latest emails, newest first. Without POSTMARK_SERVER_TOKEN, no email leaves this machine.</p>
    <table>
      <thead>
        <tr>
          <th>Written (UTC)</th>
          <th>To</th>
          <th>Mail</th>
          <th>Status</th>
          <th>Tries</th>
          <th>Last error</th>
        </tr>
      </thead>
      <tbody>
        {emails.map(({ id, createdAt, recipient, template, status, tries, lastError }) => (
          <tr key={id}>
            <td>{inUtc(createdAt)}</td>
            <td>{recipient}</td>
            <td>
              <a href={`/dev/mail/${id}`}>{template}</a>
            </td>
            <td className={status}>{status}</td>
            <td>{tries}</td>
            <td>{lastError}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {emails.length === 0 && <p>No emails yet.</p>}
  </Page>
);

export const MailboxEmail = ({
  email,
  rendered,
  problem,
}: {
  email: Email;
  rendered?: RenderedEmail;
  problem?: string;
}) => (
  <Page title={rendered?.subject ?? email.template}>
    <p>
      <a href="/dev/mail">All mails</a>
    </p>
    <table>
      <tbody>
        <Line label="To">{email.recipient}</Line>
        <Line label="Template">{email.template}</Line>
        <Line label="Status">
          <span className={email.status}>{email.status}</span> after {email.tries} {email.tries === 1 ? 'try' : 'tries'}
        </Line>
        <Line label="Written">{inUtc(email.createdAt)} UTC</Line>
        <Line label="Last error">{email.lastError ?? 'none'}</Line>
      </tbody>
    </table>
    {problem && <p className="FAILED">This email cannot be shown: {problem}</p>}
    {rendered && (
      <>
        <h2>HTML</h2>
        <iframe
          title="HTML"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={rendered.html.replace('<head>', '<head><base target="_blank" />')}
        />
        <h2>Text</h2>
        <pre>{rendered.text}</pre>
      </>
    )}
  </Page>
);

const inUtc = (time: string): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <tr>
    <th>{label}</th>
    <td>{children}</td>
  </tr>
);
