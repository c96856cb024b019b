import { Page } from './mailbox.view.tsx';
import { MODES, type Mode, type ProductState } from './product.state.ts';

const LABELS: Record<Mode, string> = {
  apply: 'Set up at once (200)',
  accept: 'Set up two seconds later, with a callback (202)',
  fail: 'Fail (500)',
  refuse: 'Refuse (422)',
};

/** The accounts that the stand-in has, and how it answers. */
export const ProductView = ({ state }: { state: ProductState }) => (
  <Page title="Product" refresh={5}>
    <p>In development, this page stands for the product that sets up the accounts of your clients.</p>
    <form method="post" action="/dev/product/mode">
      {MODES.map((mode) => (
        <button key={mode} name="mode" value={mode} disabled={mode === state.mode}>
          {LABELS[mode]}
        </button>
      ))}
    </form>
    <table>
      <thead>
        <tr>
          <th>Client</th>
          <th>Version</th>
          <th>Set up (UTC)</th>
          <th>State</th>
        </tr>
      </thead>
      <tbody>
        {state.accounts.map(({ clientId, version, at, state: sent }) => (
          <tr key={clientId}>
            <td>{clientId}</td>
            <td>{version}</td>
            <td>{at.toISOString().slice(0, 19).replace('T', ' ')}</td>
            <td>
              <code>{JSON.stringify(sent)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    {state.accounts.length === 0 && <p>No accounts yet.</p>}
  </Page>
);
