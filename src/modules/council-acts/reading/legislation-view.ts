import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import { wordsOf } from '#platform/institutions/institution-rules.ts'
import type { Legislation, LegislationRelation } from '#platform/texts/legislation-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { forceOn, type Force } from '../act-rules.ts'
import { eliTypeOf } from '../eli-rules.ts'
import { textsIn as actTexts } from '../texts.ts'
import { actUrls } from '../urls.ts'
import { nameOf } from './act-base-view.ts'
import { listPublicRelations, listPublicStates, type OtherAct, type PublicRelation } from './beside-queries.ts'
import { findPublishedAct, type PublishedAct } from './published-act-queries.ts'
import { heldStates } from './text-on-rules.ts'
import { textsIn } from './texts.ts'

/** What programs may know of an act as law; of a restricted one nothing that its page does not show. */
export async function legislationOfAct(
  db: Queryable,
  lang: Lang,
  slug: string,
  now: Date,
): Promise<Legislation | null> {
  const act = await findPublishedAct(db, slug)
  const institution = act && (await findInstitutionById(db, lang, act.institutionId))
  if (!act || !institution) return null
  const [states, relations] = await Promise.all([listPublicStates(db, act.id), listPublicRelations(db, act.id)])
  const held = new Map(heldStates(states, act).map((one) => [one.versionId, one]))
  const { slug: word, name, jurisdiction } = institution
  return {
    address: actUrls.act(act.slug),
    title: act.title,
    lang: act.lang,
    titleEn: act.titleEn,
    institution: { slug: word, name, jurisdiction },
    eli: eliOf(act),
    kind: act.kindWords ?? actTexts(act.lang).kinds[act.kind],
    number: act.number,
    adoptedOn: act.adoptedOn,
    announcedOn: act.announcedOn,
    inForceFrom: act.inForceFrom,
    inForceTo: act.inForceTo,
    passedBy: act.bodyName,
    proposedBy: act.proposer,
    signedOn: act.signedOn,
    signers: signersOf(act),
    relations: relations.filter(({ state }) => state === 'standing').map((one) => relationOf(act.lang, one)),
    states: states.map(({ versionId, role }) => ({
      versionId,
      role,
      from: held.get(versionId)?.from ?? null,
      to: held.get(versionId)?.to ?? null,
    })),
    force: FORCES[forceOn(civilDateIn(act.zone, now), act)],
  }
}

const FORCES: Record<Force, Legislation['force']> = {
  'in-force': 'in-force',
  'not-yet': 'not-in-force',
  repealed: 'not-in-force',
  suspended: 'not-in-force',
  never: 'not-in-force',
  'not-known': null,
}

type Numbered = Pick<OtherAct, 'series' | 'year' | 'serial' | 'numberLeads'>

function eliOf({ series, year, serial, numberLeads }: Numbered): Legislation['eli'] {
  const type = eliTypeOf(series)
  return !numberLeads || type === null || year === null || serial === null ? null : { type, year, number: serial }
}

function signersOf({ lang, jurisdiction, chairName, secretaryName, restricted }: PublishedAct): Legislation['signers'] {
  const chair = wordsOf(jurisdiction, lang).councilChair
  const { secretary } = textsIn(lang).facts
  if (restricted) return []
  return [
    ...(chairName === null
      ? []
      : [{ id: 'chair' as const, role: chair.charAt(0).toUpperCase() + chair.slice(1), name: chairName }]),
    ...(secretaryName === null ? [] : [{ id: 'secretary' as const, role: secretary, name: secretaryName }]),
  ]
}

function relationOf(lang: Lang, one: PublicRelation): LegislationRelation {
  const { kind, direction, other, byArticles, ofArticles, effectiveOn, carriedOutIn } = one
  const name = other ? `${nameOf(lang, other)}, ${other.title}` : (one.otherWords ?? '')
  return { kind, direction, name, href: other && hrefOf(other), byArticles, ofArticles, effectiveOn, carriedOutIn }
}

/** The same address by which it names itself. */
function hrefOf(other: OtherAct): string {
  const eli = eliOf(other)
  return eli === null
    ? actUrls.act(other.slug)
    : `/eli/${other.jurisdiction.toLowerCase()}/${other.institutionSlug}/${eli.type}/${eli.year}/${eli.number}`
}
