import { ApiError } from './api.error.ts';
import { connectionLost } from './connection.ts';

/** Wraps `import()`: a missing or unreachable file becomes an ApiError. */
export async function loaded<Module>(part: Promise<Module>): Promise<Module> {
  try {
    return await part;
  } catch (cause) {
    if (!navigator.onLine) connectionLost();
    const code = navigator.onLine ? 'OUTDATED' : 'UNREACHABLE';
    const error = new ApiError({ message: 'A file of this page could not be loaded.', extensions: { code } });
    error.cause = cause;
    throw error;
  }
}
