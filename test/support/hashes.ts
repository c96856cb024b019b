import { createHook } from 'node:async_hooks';

/** Counts the passwords that Node hashes while `work` runs: the cost of a sign-in, without measuring time. */
export async function hashesDuring(work: () => Promise<unknown>): Promise<number> {
  let hashes = 0;
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'ARGON2REQUEST') hashes++;
    },
  });
  hook.enable();
  try {
    await work();
    return hashes;
  } finally {
    hook.disable();
  }
}
