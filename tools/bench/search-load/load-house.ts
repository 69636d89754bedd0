import { doors } from '#app/doors.ts'
import type { Database } from '#platform/db/database.ts'
import { loadMunicipalities, readMunicipalities } from '#platform/places/load-municipalities.ts'
import { addTestInstitution } from '#test/template.ts'
import type { LoadHouse, LoadKind } from './synthetic-documents.ts'

/** The municipalities of both countries as institutions, the topics that come with the program, the kinds of the doors. */
export async function openLoadHouse(db: Database): Promise<LoadHouse> {
  await loadMunicipalities(db)
  const { municipalities } = await readMunicipalities()
  const known = new Set((await db<{ slug: string }[]>`select slug from platform.institutions`).map((row) => row.slug))
  for (const { key, jurisdiction, official } of municipalities) {
    if (known.has(key)) continue
    const zone = jurisdiction === 'AL' ? 'Europe/Tirane' : 'Europe/Belgrade'
    const names = {
      sq: official.sq,
      en: official.en ?? official.sq,
      ...(jurisdiction === 'XK' && { sr: official.sr ?? official.sq }),
    }
    const kind = { slug: key, jurisdiction, kind: 'municipality', zone, accent: null, demonstration: false } as const
    await addTestInstitution(db, { ...kind, names })
  }
  const institutions = await db<LoadHouse['institutions'][number][]>`
    select institution.id, institution.slug, place.official_sq as name, place.id as place_id
    from platform.institutions as institution join platform.places as place on place.key = institution.slug
    order by md5(institution.slug)`
  const topics = await db<
    { id: string }[]
  >`select id from platform.topics where institution_id is null order by ordinal, id`
  return { institutions, topics: topics.map((row) => row.id), kinds: kindsOfDoors() }
}

/** What can be found by the doors as they stand; where a kind has no source yet, a word in its place. */
function kindsOfDoors(): LoadHouse['kinds'] {
  const sources = doors.flatMap((door) => door.search ?? [])
  const find = (kind: string, subjectKind: string, states: string[]): LoadKind => {
    const source = sources.find((one) => Object.hasOwn(one.kinds, kind))
    if (!source) return { kind, subjectKind, states }
    const of = Object.keys(source.states)
    return { kind, subjectKind: source.subjectKind, states: of.length > 0 ? of : states }
  }
  return {
    matter: find('consultation', 'consultations.consultation', ['closed', 'open', 'cancelled']),
    part: find('article', 'consultations.consultation', ['closed', 'open', 'cancelled']),
    voice: find('comment', 'consultations.comment', ['published']),
    paper: find('document', 'platform.document', ['published']),
  }
}
