/** Pages for a start with clients, which few visits open, bundled in one script (decision 0030). */
export { ImportPage } from './import/import.page.tsx';
export { PlanPage } from './onboarding/plan.page.tsx';
