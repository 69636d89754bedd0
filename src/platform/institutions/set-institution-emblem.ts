import { keepContent } from '../documents/documents.ts'
import type { IncomingFile } from '../files/incoming-file.ts'
import type { Services } from '../services.ts'
import { changeHeld, type ChangeOutcome } from './change-institution.ts'
import type { Hand } from './hand.ts'
import { setEmblem } from './institution-queries.ts'
import { touchInstitution } from './institution-record-queries.ts'
import { institutionPermissions } from './institution-rights-rules.ts'

/** Shown at 44 px in the header of each page: more than this is a photograph, not an emblem. */
export const LARGEST_EMBLEM = 100_000

/**
 * The emblem, a PNG. A drawing (SVG) is not taken: it can hold script, and letters and old browsers want a picture. The
 * page that asks for it says how to make one.
 */
export const setInstitutionEmblem = (
  services: Services,
  hand: Hand,
  id: string,
  file: IncomingFile,
): Promise<ChangeOutcome<'no-emblem'>> =>
  changeHeld<'no-emblem'>(
    services,
    { id, hand, roles: institutionPermissions['institutions.write'], fromVersion: null },
    async ({ tx, institution, now }) => {
      if (file.mediaType !== 'image/png' || file.size > LARGEST_EMBLEM) return { kind: 'refused', refusal: 'no-emblem' }
      if (institution.emblem === file.digest) return null
      return {
        write: async () => {
          await keepContent(tx, services, file)
          await setEmblem(tx, id, file.digest)
          await touchInstitution(tx, id, now)
        },
        written: { change: 'changed', fields: [{ field: 'emblem', from: institution.emblem, to: file.digest }] },
      }
    },
  )
