import { keyFor, seal, unseal } from '../auth/sealed.ts'
import type { Settings } from '../settings/settings.ts'

const BOUND = 'backup offsite address'

/** It carries a key and a secret: in the database it stands sealed, as client secrets of providers do. */
export const sealOffsite = (settings: Pick<Settings, 'secret'>, url: string): Buffer =>
  seal(keyFor(settings, 'backup offsite'), BOUND, Buffer.from(url))

/** Null: there is none, or it does not open with this KUVEND_SECRET. */
export const openOffsite = (settings: Pick<Settings, 'secret'>, sealed: Uint8Array | null): string | null =>
  sealed && (unseal(keyFor(settings, 'backup offsite'), BOUND, sealed)?.toString('utf8') ?? null)
