import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Queryable } from '#platform/db/database.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import type { WordPiece } from '#platform/texts/compare/comparison.ts'
import { listTextVersions, type TextVersion } from '#platform/texts/text-queries.ts'
import { answersNavOf, type AnswersNavRights } from '../answers/answers-nav-view.ts'
import { CHANGES_THE_TEXT } from '../answers/answer-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { findTextRecord, type TextRecordRow } from '../text-record-queries.ts'
import { textsIn } from '../texts.ts'
import { isAt, readChangedPlaces } from './changed-places-view.ts'
import { piecesOf, type ChangedPlace } from './changed-place-rules.ts'
import { placeWords } from './effect-rules.ts'
import {
  countAcceptedWithoutEffect,
  findAnswerByCode,
  findLinkFacts,
  listAcceptedWithoutEffect,
  listCandidates,
  listLinks,
  type AnswerLine,
  type CandidateRow,
  type LinkFacts,
  type LinkRow,
} from './office-queries.ts'
import { proposeEffects, type Proposal } from './propose-effects-rules.ts'

/** A page of the table. */
const PAGE = 40
const MOST_WITHOUT = 100

export type OfficePlace = {
  /** `n:` or `g:` and its node: what a form names it by. */
  key: string
  name: string
  change: ChangedPlace['kind']
  pieces: readonly WordPiece[]
  links: readonly LinkRow[]
  proposals: readonly (Proposal & { code: string })[]
}

export type EffectsOfficeView = {
  record: TextRecordRow
  /** Those that continue another, newest first. */
  versions: readonly TextVersion[]
  /** Null: the text has one version. */
  version: TextVersion | null
  places: readonly OfficePlace[]
  /** Of the whole version. */
  count: number
  unexplained: number
  /** The names of all places, for linking by hand. */
  choices: readonly { value: string; label: string }[]
  from: number
  next: number | null
  without: readonly AnswerLine[]
  withoutCount: number
  asked: OfficeQuestion
  found: AnswerLine | null
  /** Whether what was found accepts the comment. */
  linkable: boolean
  /** Of the next form. */
  formId: string
  mayLink: boolean
  nav: AnswersNavRights
}

export type OfficeQuestion = { version: number | null; from: number; code: string; open: boolean }

export const readOfficeQuestion = (query: Record<string, string | undefined>): OfficeQuestion => ({
  version: /^\d{1,6}$/.test(query.versioni ?? '') ? Number(query.versioni) : null,
  from: /^\d{1,5}$/.test(query.nga ?? '') ? Number(query.nga) : 0,
  code: (query.kodi ?? '').trim().toUpperCase(),
  open: query['pa-koment'] === 'po',
})

/** Of one version: every changed place with the answers linked with it, and those that may be. Null: not for this official. */
export async function viewEffectsOffice(
  { db }: Pick<Services, 'db'>,
  official: Official,
  lang: Lang,
  id: string,
  asked: OfficeQuestion,
): Promise<Omit<EffectsOfficeView, 'formId'> | null> {
  const record = isUuid(id) ? await findTextRecord(db, id) : null
  if (!record || !mayIn(official, may['answers.read'], record.institutionId)) return null
  const all = record.textId === null ? [] : await listTextVersions(db, record.textId, false)
  const versions = all.filter(({ basedOn }) => basedOn !== null)
  const version = versions.find(({ n }) => n === asked.version) ?? versions[0] ?? null
  const [changed, links, candidates, without, withoutCount, found] = await readOffice(db, id, version, asked)
  const kinds = textsIn(lang).effects.kinds
  const unexplained = changed.filter((place) => !links.some((link) => isAt(place, link)))
  const wanted = asked.open ? unexplained : changed
  const page = wanted.slice(asked.from, asked.from + PAGE)
  return {
    record,
    versions,
    version,
    places: page.map((place) => officePlace(place, { name: placeWords(place.chain, kinds), links, candidates })),
    count: changed.length,
    unexplained: unexplained.length,
    choices: changed.map((place) => ({ value: keyOf(place), label: placeWords(place.chain, kinds) })),
    from: asked.from,
    next: wanted.length > asked.from + PAGE ? asked.from + PAGE : null,
    without,
    withoutCount,
    asked,
    found,
    linkable: found !== null && isLinkable(found),
    nav: answersNavOf(official, record.institutionId),
    mayLink: mayIn(official, may['answers.write'], record.institutionId) && record.state !== 'taken-down',
  }
}

const readOffice = (db: Queryable, id: string, version: TextVersion | null, asked: OfficeQuestion) =>
  Promise.all([
    version ? readChangedPlaces(db, version) : [],
    version ? listLinks(db, version.id) : [],
    version ? listCandidates(db, id) : [],
    listAcceptedWithoutEffect(db, id, MOST_WITHOUT),
    countAcceptedWithoutEffect(db, id),
    asked.code === '' ? null : findAnswerByCode(db, id, asked.code),
  ])

const keyOf = ({ gone, nodeId }: { gone: boolean; nodeId: string }): string => `${gone ? 'g' : 'n'}:${nodeId}`

function officePlace(
  place: ChangedPlace,
  { name, links, candidates }: { name: string; links: readonly LinkRow[]; candidates: readonly CandidateRow[] },
): OfficePlace {
  const own = links.filter((link) => isAt(place, link))
  const taken = new Set(own.map(({ answerId }) => answerId))
  const codes = new Map(candidates.map(({ answerId, answerCode }) => [answerId, answerCode]))
  const open = candidates.filter(({ answerId }) => !taken.has(answerId))
  return {
    key: keyOf(place),
    name,
    change: place.kind,
    pieces: piecesOf(place),
    links: own,
    proposals: proposeEffects(place, open).map((one) => ({ ...one, code: codes.get(one.answerId) ?? '' })),
  }
}

const isLinkable = ({ decision }: AnswerLine): boolean => decision !== null && CHANGES_THE_TEXT.includes(decision)

export type UnlinkView = { record: TextRecordRow; link: LinkFacts; name: string }

/** Before a link is taken back. */
export async function viewUnlink(
  { db }: Pick<Services, 'db'>,
  official: Official,
  lang: Lang,
  { id, linkId }: { id: string; linkId: string },
): Promise<UnlinkView | null> {
  const record = isUuid(id) ? await findTextRecord(db, id) : null
  if (!record || !isUuid(linkId) || !mayIn(official, may['answers.write'], record.institutionId)) return null
  const link = await findLinkFacts(db, id, linkId)
  if (!link) return null
  const [version] = (record.textId === null ? [] : await listTextVersions(db, record.textId, false)).filter(
    (one) => one.id === link.versionId,
  )
  const place = version && (await readChangedPlaces(db, version)).find((one) => isAt(one, link))
  return { record, link, name: place ? placeWords(place.chain, textsIn(lang).effects.kinds) : '' }
}
