/** The first admin, whom the configuration makes. */
export const ADMIN = { email: 'admin@reachgenie.example', password: 'correct horse battery', name: 'Ada Admin' };
