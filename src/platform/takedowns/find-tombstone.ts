import type { Door } from '../door.ts'
import type { Lang } from '../i18n/language.ts'
import { findInstitutionById } from '../institutions/institution-queries.ts'
import type { InstitutionSummary } from '../institutions/institution-rules.ts'
import type { Services } from '../services.ts'
import { readRef, refOf } from '../subjects/subject-rules.ts'
import { takeDownOf } from './take-down.ts'
import { listStanding } from './takedown-queries.ts'
import { DOCUMENT_KIND, type TakedownGround } from './takedown-rules.ts'
import { takedownTextsIn } from './takedown-texts.ts'

/** All that may be told of what was taken away, or withdrawn by whoever had published it. */
export type Tombstone = {
  name: string
  ground: TakedownGround | 'withdrawn'
  at: Date
  institution: InstitutionSummary
}

/** Why nothing stands at a public address; null when nothing of it was taken down. */
export async function findTombstone(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  path: string,
): Promise<Tombstone | null> {
  return (await takenDown(services, doors, lang, path)) ?? withdrawn(services, doors, lang, path)
}

async function withdrawn(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  path: string,
): Promise<Tombstone | null> {
  for (const door of doors) {
    const found = await door.withdrawnAt?.(services, lang, path)
    const institution = found && (await findInstitutionById(services.db, lang, found.institutionId))
    if (found && institution) return { name: found.name, ground: 'withdrawn', at: found.at, institution }
  }
  return null
}

async function takenDown(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  path: string,
): Promise<Tombstone | null> {
  const subjects = await subjectsAt(services, doors, path)
  if (subjects.length === 0) return null
  const standing = await listStanding(services.db, subjects)
  const subject = subjects.find((one) => standing.some((takedown) => takedown.subject === one))
  const takedown = standing.find((one) => one.subject === subject)
  const ref = readRef(subject ?? '')
  if (!takedown || !ref) return null
  const institution = await findInstitutionById(services.db, lang, takedown.institutionId)
  const name = await takeDownOf(doors, ref.kind)?.publicName(services, lang, ref.id)
  const { ground, takenAt: at } = takedown
  return institution && { name: name ?? takedownTextsIn(lang).document, ground, at, institution }
}

/** Every document has an address of its own, whatever record it stands with. */
const OF_DOCUMENT = /^\/dokumente\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/.*)?$/

/** References of the records at a public address, whether they stand there or did; the most general first. */
export async function subjectsAt(services: Services, doors: readonly Door[], path: string): Promise<string[]> {
  const takedowns = doors.flatMap((door) => Object.values(door.takedowns ?? {}))
  const found = await Promise.all(takedowns.map((one) => one.recordsAt(services, path)))
  const documentId = OF_DOCUMENT.exec(path)?.[1]
  return [...new Set([...found.flat(), ...(documentId === undefined ? [] : [refOf(DOCUMENT_KIND, documentId)])])]
}
