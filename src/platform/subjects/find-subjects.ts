import type { Official } from '../auth/visitor.ts'
import { mayIn } from '../auth/permissions.ts'
import type { Door } from '../door.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { readRef } from './subject-rules.ts'
import type { Subject, SubjectKind } from './subject.ts'

/** The records behind these references, by reference; one question for each kind. What is gone is not in the map. */
export async function findSubjects(
  doors: readonly Door[],
  services: Services,
  lang: Lang,
  refs: readonly string[],
): Promise<Map<string, Subject>> {
  const byKind = new Map<string, string[]>()
  for (const ref of new Set(refs)) {
    const read = readRef(ref)
    if (read) byKind.set(read.kind, [...(byKind.get(read.kind) ?? []), read.id])
  }
  const found = await Promise.all(
    [...byKind].map(async ([kind, ids]) => (await subjectKind(doors, kind)?.find(services, lang, ids)) ?? []),
  )
  return new Map(found.flat().map((subject) => [subject.ref, subject]))
}

export function subjectKind(doors: readonly Door[], kind: string): SubjectKind | null {
  const door = doors.find(({ subjects }) => subjects && Object.hasOwn(subjects, kind))
  return door?.subjects?.[kind] ?? null
}

/** A record that this official may know of, or null. */
export async function findSubjectFor(
  doors: readonly Door[],
  services: Services,
  lang: Lang,
  official: Official,
  ref: string,
): Promise<Subject | null> {
  const kind = subjectKind(doors, readRef(ref)?.kind ?? '')
  const subject = kind ? (await findSubjects(doors, services, lang, [ref])).get(ref) : undefined
  return kind && subject && mayIn(official, kind.readers, subject.institutionId) ? subject : null
}
