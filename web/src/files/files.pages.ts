/** Pages about files, bundled in one script (decision 0030). */
export { FilesPage } from './files.page.tsx';
