/** The first admin, from the configuration. */
export const ADMIN = { email: 'admin@reachgenie.example', password: 'correct horse battery', name: 'Ada Admin' };
