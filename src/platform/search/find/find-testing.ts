import { createHash, randomUUID } from 'node:crypto'
import type { Database } from '../../db/database.ts'
import { STEM_VERSION, tsvectorOf } from '../analysis/analyse-rules.ts'
import type { RecordLang } from '../search-source.ts'

export type GivenDocument = {
  title: string
  body?: string
  subject?: string
  part?: string
  matter?: string
  heading?: string | null
  kind?: string
  institution?: string
  lang?: RecordLang
  href?: string
  day?: string
  state?: string
  topics?: readonly string[]
  places?: readonly string[]
  numbers?: readonly string[]
}

/** A document in the index, as its refresh would write it; gives the reference of its record. */
export async function givenDocument(db: Database, given: GivenDocument): Promise<string> {
  const { title, body = '', part = '', kind = 'consultation', lang = 'sq', day = '2026-11-01', heading = null } = given
  const subject = given.subject ?? `consultations.consultation:${randomUUID()}`
  const numbers = given.numbers ?? []
  const fields = [
    { text: title, weight: 'A' as const },
    ...numbers.map((text) => ({ text, weight: 'A' as const })),
    { text: heading ?? '', weight: 'B' as const },
    { text: body, weight: 'D' as const },
  ]
  await db`
    insert into platform.search_documents (subject, part, matter, kind, institution_id, lang, title, heading, body, href,
      published_at, changed_at, day, year, state, topics, places, words, title_words, stem_version, stamp)
    values (${subject}, ${part}, ${given.matter ?? subject}, ${kind},
      (select id from platform.institutions where slug = ${given.institution ?? 'prova'}), ${lang}, ${title}, ${heading},
      ${body}, ${given.href ?? `/konsultime/${subject.slice(-12)}${part && `#neni-${part}`}`}, ${`${day}T10:00:00Z`},
      ${`${day}T10:00:00Z`}, ${day}, ${Number(day.slice(0, 4))}, ${given.state ?? 'published'},
      ${(given.topics ?? []) as string[]}, ${(given.places ?? []) as string[]},
      ${tsvectorOf(fields, lang)}::tsvector, ${tsvectorOf(fields.slice(0, 1 + numbers.length), lang)}::tsvector, ${STEM_VERSION},
      ${createHash('md5').update(JSON.stringify(given)).digest('hex')})`
  return subject
}
