import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import type { WordPiece } from '#platform/texts/compare/comparison.ts'
import type { Queryable } from '#platform/db/database.ts'
import { listTextVersions, type TextVersion } from '#platform/texts/text-queries.ts'
import { findPublished, type PublishedConsultation } from '../consultation-queries.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { isAt, keptChangedPlaces } from './changed-places-view.ts'
import { piecesOf, type ChangedPlace } from './changed-place-rules.ts'
import { listEffectsOfConsultation, listSaid, type EffectRow, type SaidRow } from './effect-queries.ts'
import { placeHref, placeOf, placeWords, type EffectChange } from './effect-rules.ts'
import { findTextOf } from './public-queries.ts'
import { listPublicWithoutEffect, type UnseenAnswer } from './office-queries.ts'

const PAGE = 25
const MOST_COMMENTS = 20
const MOST_WITHOUT = 50

export type PublicPlace = {
  /** Of the effects that are at it; the first is its anchor. */
  ids: readonly string[]
  nodeId: string
  words: string
  /** The article in which it stands; changes of one article stand together. */
  article: string
  href: string
  change: EffectChange
  pieces: readonly WordPiece[]
  before: string
  after: string
  answers: readonly SaidRow[]
}

export type PublicEffectsView = {
  consultation: PublishedConsultation
  institution: InstitutionSummary
  /** Those that changed something, newest first. */
  versions: readonly (TextVersion & { publishedAt: Date })[]
  version: (TextVersion & { publishedAt: Date }) | null
  /** The number of the version that it continues. */
  earlier: number | null
  places: readonly PublicPlace[]
  count: number
  explained: number
  next: number | null
  paged: boolean
  without: readonly UnseenAnswer[]
  withoutCount: number
}

/** Of one version: what changed, and because of whom. */
export async function viewPublicEffects(
  { db }: Pick<Services, 'db'>,
  lang: Lang,
  slug: string,
  asked: { n: number | null; from: number },
): Promise<PublicEffectsView | null> {
  const consultation = await findPublished(db, lang, slug)
  if (!consultation) return null
  const [institution, textId, unseen] = await Promise.all([
    findInstitutionById(db, lang, consultation.institutionId),
    findTextOf(db, consultation.id),
    listPublicWithoutEffect(db, consultation.id, MOST_WITHOUT),
  ])
  if (!institution) return null
  const all = textId === null ? [] : await listTextVersions(db, textId, true)
  const versions = all.flatMap((one) =>
    one.publishedAt === null || one.basedOn === null ? [] : [{ ...one, publishedAt: one.publishedAt }],
  )
  const version = asked.n === null ? (versions[0] ?? null) : (versions.find(({ n }) => n === asked.n) ?? null)
  if (asked.n !== null && !version) return null
  const earlier = all.find(({ id }) => id === version?.basedOn)?.n ?? null
  const changed = version ? await readVersion(db, lang, { consultation, version, earlier, from: asked.from }) : NOTHING
  return {
    consultation,
    institution,
    versions,
    version,
    earlier,
    ...changed,
    paged: asked.from > 0,
    without: unseen,
    withoutCount: unseen[0]?.all ?? 0,
  }
}

const NOTHING = { places: [], count: 0, explained: 0, next: null }

type Asked = { consultation: PublishedConsultation; version: TextVersion; earlier: number | null; from: number }

async function readVersion(db: Queryable, lang: Lang, { consultation, version, earlier, from }: Asked) {
  const [changed, effects] = await Promise.all([
    keptChangedPlaces(db, version),
    listEffectsOfConsultation(db, consultation.id, version.id),
  ])
  const linked = (place: ChangedPlace) => effects.filter((effect) => isAt(place, effect))
  const page = changed.slice(from, from + PAGE).map((place) => ({ place, effects: linked(place) }))
  const ids = [...new Set(page.flatMap(({ effects: own }) => own.map(({ answerId }) => answerId)))]
  const said = ids.length === 0 ? [] : await listSaid(db, ids, MOST_COMMENTS)
  const record = consultationUrls.one(consultation.slug)
  return {
    places: page.map((one) => publicPlace(lang, one, { said, record, n: version.n, earlier })),
    count: changed.length,
    explained: changed.filter((place) => linked(place).length > 0).length,
    next: changed.length > from + PAGE ? from + PAGE : null,
  }
}

type Around = { said: readonly SaidRow[]; record: string; n: number; earlier: number | null }

function publicPlace(
  lang: Lang,
  { place, effects }: { place: ChangedPlace; effects: readonly EffectRow[] },
  { said, record, n, earlier }: Around,
): PublicPlace {
  const { kinds } = textsIn(lang).effects
  const { chain, gone } = place
  const answers = new Set(effects.map(({ answerId }) => answerId))
  return {
    ids: effects.map(({ id }) => id),
    nodeId: place.nodeId,
    words: placeWords(chain, kinds),
    article: placeWords(placeOf(chain).slice(0, 1), kinds),
    href: placeHref({ record, n, earlier, chain, gone }),
    change: place.kind,
    pieces: piecesOf(place),
    before: place.before,
    after: place.after,
    answers: said.filter(({ answerId }) => answers.has(answerId)),
  }
}
