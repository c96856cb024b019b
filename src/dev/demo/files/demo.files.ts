import { createHash } from 'node:crypto';
import { FilePurpose, FileRefusal, FileState } from '../../../files/file.enums.ts';
import { created, type Actor } from '../demo.trail.ts';
import type { DemoWorld } from '../demo.world.ts';
import { demoPdf } from './demo.pdf.ts';

interface DemoFile {
  purpose: FilePurpose;
  name: string;
  contentType: string;
  content: Buffer;
  /** Null: of the platform. */
  resellerId: string | null;
  by: Actor;
  at: Date;
  /** When something began to use it. */
  claimedAt?: Date;
  /** Why the check refused it. Its bytes are gone then. */
  refusal?: FileRefusal;
}

const HOUR_MS = 60 * 60 * 1_000;

/** Adds a file that was checked, with its bytes. What nothing uses is deleted a day after it was uploaded. */
export function addFile(world: DemoWorld, file: DemoFile): { id: string; sha256: string } {
  const { purpose, name, contentType, content, resellerId, by, at, claimedAt = null, refusal = null } = file;
  const id = world.chance.idAt(at);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const told = { purpose, name, contentType, bytes: content.length };
  const state = refusal === null ? FileState.READY : FileState.REFUSED;
  world.rows.stored_file.push({
    id,
    resellerId,
    ...told,
    sha256,
    state,
    refusal,
    createdBy: by.id,
    credential: 'demo',
    uploadStartedAt: at,
    claimedAt,
    createdAt: at,
  });
  const on = { type: 'StoredFile', id };
  world.trail.write({ at, by, action: 'file.upload_requested', on, changes: created({ ...told, createdBy: by.id }) });
  if (refusal === null) world.contents.set(id, content);
  return { id, sha256 };
}

/** Adds uploads of an admin: one that is ready, and one that was refused. */
export function addFiles(world: DemoWorld): void {
  const [by] = world.admins;
  if (!by) return;
  const shared = { purpose: FilePurpose.RESOURCE, contentType: 'application/pdf', resellerId: null, by };
  const ago = (hours: number) => new Date(world.now.getTime() - hours * HOUR_MS);
  const guide = [
    'This guide leads you through your first 30 days as a partner of ReachGenie.',
    'Week 1: set up your account, invite your team, and add your first client.',
    'Weeks 2 to 4: run the first campaign together with your client, and review its results.',
  ];
  const content = demoPdf('Getting started as a partner', guide);
  addFile(world, { ...shared, name: 'Getting started as a partner.pdf', content, at: ago(3) });
  const calculator = demoPdf('Margin calculator', ['Enter your prices.']);
  const refusal = FileRefusal.ACTIVE_CONTENT;
  addFile(world, { ...shared, name: 'Margin calculator.pdf', content: calculator, at: ago(2), refusal });
}
