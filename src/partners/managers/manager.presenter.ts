import { sql } from 'kysely';
import type { Presenter } from '../../events/event.types.ts';
import { managerOf, managersOf, type ManagerRow } from './partner-manager.service.ts';

/** Adds the managers of each partner, as the partner sees them, in one statement. */
export const withManagers =
  (present: Presenter): Presenter =>
  async (em, events) => {
    const shown = await present(em, events);
    const partnerOf = new Map(events.map(({ id, targetId }) => [id, targetId]));
    const statement = managersOf(em, [...new Set(partnerOf.values())]);
    const { rows } = await sql<ManagerRow>`${statement}`.execute(em.getKysely());
    const byPartner = Map.groupBy(rows, ({ partnerId }) => partnerId);
    return new Map(
      [...shown].map(([id, partner]) => {
        const managers = byPartner.get(partnerOf.get(id) ?? '') ?? [];
        const manager = namedOf(managerOf(managers, 'MANAGER'));
        return [id, { ...partner, manager, technicalManager: namedOf(managerOf(managers, 'TECHNICAL_MANAGER')) }];
      }),
    );
  };

const namedOf = (manager: ManagerRow | undefined) => (manager ? { name: manager.name, email: manager.email } : null);
