import { actKindFor } from '#modules/council/sitting/majority-rules.ts'
import { VOTE_STAGES, type SittingSetup, type VoteStage } from '#modules/council/sitting/sitting-event-rules.ts'
import type { SittingState, StateItem } from '#modules/council/sitting/sitting-state-rules.ts'
import { waitingAmendments } from '#modules/council/sitting/voting-rules.ts'
import { describe, nameIn, titleIn } from './describe.ts'
import type { Source } from './fields.ts'
import type { PageData, Say } from './page.ts'

export type Choices = readonly (readonly [value: string, label: string])[]
export type Scene = { setup: SittingSetup; state: SittingState; page: PageData; say: Say }

const ITEM_KINDS = ['act', 'report', 'question', 'election', 'hearing', 'minutes', 'information', 'other']

/** What a list offers in this state, in words. */
export const choicesOf = (from: Source, scene: Scene): Choices => OFFERS[from](scene)

const OFFERS: Record<Source, (scene: Scene) => Choices> = {
  members: (scene) => people(scene, () => true),
  there: (scene) => people(scene, isThere),
  elsewhere: (scene) => people(scene, (state, id) => !isThere(state, id)),
  planned: (scene) => items(scene, (one) => one.state === 'planned'),
  before: (scene) => items(scene, (one) => one.state === 'planned'),
  'conflict-items': (scene) =>
    items(scene, (one) => one.state === 'planned' || one.state === 'open', scene.state.currentItem),
  'item-kinds': (scene) => words(scene, 'itemKinds', ITEM_KINDS),
  commissions: ({ page }) => page.commissions.map(({ id, name }) => [id, name]),
  'motion-kinds': (scene) => words(scene, 'motionKinds', ['amendment', 'procedural', 'main']),
  moved: ({ state }) => motions(state.motions.filter((one) => one.state === 'moved')),
  'motions-to-vote': ({ state }) =>
    motions(state.motions.filter((one) => one.item === state.currentItem && one.state !== 'withdrawn')),
  stages: (scene) => words(scene, 'stages', stagesIn(scene.state)),
  methods: (scene) => words(scene, 'methods', ['by-name', 'by-hands', 'secret']),
  rules: ({ page, say }) => [
    ...page.majorities.filter(({ majority }) => majority).map(({ kind, label }) => [kind, label] as const),
    ['own', say('form', 'ownRule')],
  ],
  outcomes: (scene) => words(scene, 'outcomes', ['done', 'postponed', 'sent-back', 'withdrawn']),
  conflicts: (scene) =>
    scene.state.conflicts.map(({ item, person }) => [
      `${item} ${person}`,
      `${nameIn(scene, person)}: ${titleIn(scene, item)}`,
    ]),
  'doors-scope': (scene) =>
    words(scene, 'doorsScope', scene.state.currentItem === null ? ['meeting'] : ['item', 'meeting']),
  events: (scene) =>
    scene.state.taken
      .filter(({ kind }) => kind !== 'corrected')
      .map((event) => [event.id, describe(event, scene)] as const)
      .toReversed(),
  what: (scene) => words(scene, 'what', ['strike', 'time']),
  bases: (scene) => words(scene, 'bases', ['all-members', 'present', 'voting']),
}

const isThere = ({ presence }: SittingState, id: string): boolean => ['present', 'remote'].includes(presence[id] ?? '')

const people = ({ setup, state }: Scene, fits: (state: SittingState, id: string) => boolean): Choices =>
  setup.members.filter(({ id }) => fits(state, id)).map(({ id, name }) => [id, name])

const words = ({ say }: Scene, group: string, names: readonly string[]): Choices =>
  names.map((name) => [name, say(group, name)])

const motions = (all: SittingState['motions']): Choices => all.map((one) => [one.id, one.words.slice(0, 120)])

function items({ state }: Scene, fits: (one: StateItem) => boolean, first: string | null = null): Choices {
  const all = state.items.map((one, index) => ({ one, label: `${index + 1}. ${one.title}` }))
  const shown = all.filter(({ one }) => fits(one))
  return [...shown.filter(({ one }) => one.id === first), ...shown.filter(({ one }) => one.id !== first)].map(
    ({ one, label }) => [one.id, label],
  )
}

/** First what is usually voted next: waiting amendments, before an item the agenda, within it the whole. */
export function stagesIn(state: SittingState): VoteStage[] {
  const likely: VoteStage =
    state.currentItem === null
      ? 'agenda'
      : waitingAmendments(state, state.currentItem).length > 0
        ? 'amendment'
        : 'as-a-whole'
  return [likely, ...VOTE_STAGES.filter((one) => one !== likely)]
}

export const ruleFor = ({ state }: Scene, stage: VoteStage): string =>
  actKindFor(stage, state.items.find(({ id }) => id === state.currentItem) ?? null)
