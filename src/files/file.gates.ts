import type { Reader } from '../core/database/reader.ts';

/**
 * Whether the reader may have the file of a subject. Runs when a link is opened, as its requester: a right that was lost
 * since ends the link.
 */
export type FileGate = (reader: Reader, subjectId: string, fileId: string) => Promise<boolean>;

const gates = new Map<string, FileGate>();

/** @throws Error if two features register the same gate */
export function registerFileGates(added: Readonly<Record<string, FileGate>>): void {
  for (const [name, gate] of Object.entries(added)) {
    if (gates.has(name)) throw new Error(`Two features register the gate ${name}.`);
    gates.set(name, gate);
  }
}

/** @throws Error if no feature registers the gate */
export function fileGate(name: string): FileGate {
  const gate = gates.get(name);
  if (!gate) throw new Error(`No feature registers the gate ${name}.`);
  return gate;
}
