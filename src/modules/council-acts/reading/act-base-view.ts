import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { forceOn, type Force } from '../act-rules.ts'
import { lackingOn, wordsOn } from '../relations/state-rules.ts'
import { kindIn } from '../texts.ts'
import { listPublicRelations, listPublicStates, type PublicRelation, type PublicState } from './beside-queries.ts'
import { findPublishedAct, type PublishedAct } from './published-act-queries.ts'
import { heldStates, type HeldState } from './text-on-rules.ts'
import { textsIn } from './texts.ts'

export type ShownState = HeldState<PublicState>

/** What every page of an act begins with. */
export type ActBase = {
  act: PublishedAct
  institution: InstitutionSummary
  /** `Vendim nr. 12/2026` */
  name: string
  title: string
  titleLang: Lang
  today: string
  force: Force
  states: readonly PublicState[]
  held: readonly ShownState[]
  relations: readonly PublicRelation[]
}

/** Null: no act that everybody may read. */
export async function viewActBase(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  lang: Lang,
  slug: string,
): Promise<ActBase | null> {
  const act = await findPublishedAct(db, slug)
  const institution = act && (await findInstitutionById(db, lang, act.institutionId))
  if (!act || !institution) return null
  const [states, relations] = await Promise.all([listPublicStates(db, act.id), listPublicRelations(db, act.id)])
  const today = civilDateIn(act.zone, clock.now())
  return {
    act,
    institution,
    name: nameOf(lang, act),
    ...titleOf(lang, act),
    today,
    force: forceOn(today, act),
    states,
    held: heldStates(states, act),
    relations,
  }
}

type Named = Pick<PublishedAct, 'kind' | 'kindWords' | 'number'>

/** As it is cited: its kind, in the word of its source where that is another, and its number. */
export const nameOf = (lang: Lang, { kind, kindWords, number }: Named): string =>
  textsIn(lang).numbered(kindIn(lang, { kind, kindWords }), number)

type Titled = Pick<PublishedAct, 'title' | 'titleEn' | 'lang'>

export const titleOf = (lang: Lang, { title, titleEn, lang: own }: Titled): { title: string; titleLang: Lang } =>
  lang === 'en' && titleEn !== null ? { title: titleEn, titleLang: 'en' } : { title, titleLang: own }

/** The words that hold on a day, or of an act that is not in force then those that come, or came, nearest. */
export function textOn(
  day: string,
  { states, held, relations }: Pick<ActBase, 'states' | 'held' | 'relations'>,
): { state: ShownState | null; lacking: PublicRelation[] } {
  const words = wordsOn(day, states)
  const state = held.find(({ versionId }) => versionId === words?.versionId) ?? null
  const done = relations.filter((one) => one.direction === 'back' && one.state === 'standing')
  return { state, lacking: lackingOn(day, words, states, done) }
}
