import type { SittingEvent, SittingSetup } from '#modules/council/sitting/sitting-event-rules.ts'
import type { SittingState } from '#modules/council/sitting/sitting-state-rules.ts'
import type { Say } from './page.ts'

type Scene = { setup: SittingSetup; state: SittingState; say: Say }

/** `14:20` by the clock of this device. */
export const hourAt = (at: string): string => {
  const moment = new Date(at)
  return [moment.getHours(), moment.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}

/** One event in a line: the time, what happened, and about whom or what. */
export function describe(event: SittingEvent, scene: Scene): string {
  const about = aboutOf(event, scene)
  return `${hourAt(event.at)} ${scene.say('events', event.kind)}${about === '' ? '' : `: ${about}`}`
}

export const nameIn = ({ setup }: Pick<Scene, 'setup'>, person: string | null): string =>
  setup.members.find(({ id }) => id === person)?.name ?? ''

export const titleIn = ({ state }: Pick<Scene, 'state'>, item: string | null): string =>
  state.items.find(({ id }) => id === item)?.title ?? ''

function aboutOf(event: SittingEvent, scene: Scene): string {
  const { state, say } = scene
  switch (event.kind) {
    case 'arrived':
    case 'left':
    case 'chair-taken':
      return nameIn(scene, event.body.person)
    case 'speaker-called':
      return nameIn(scene, event.body.person) || (event.body.name ?? '')
    case 'roll-called':
      return say('form', 'countedThere', { n: event.body.present.length + event.body.remote.length })
    case 'item-opened':
      return titleIn(scene, event.body.item)
    case 'item-closed':
      return `${titleIn(scene, event.body.item)} (${say('outcomes', event.body.outcome)})`
    case 'item-added':
      return event.body.title
    case 'motion-moved':
    case 'noted':
      return event.body.words
    case 'conflict-declared':
    case 'conflict-lifted':
      return nameIn(scene, event.body.person)
    case 'vote-opened':
      return event.body.question
    case 'vote-taken':
      return resultOf(event.body.vote, scene)
    case 'vote-cancelled':
    case 'reopened':
      return event.body.reason
    case 'corrected': {
      const wrong = state.taken.find(({ id }) => id === event.body.event)
      return wrong && wrong.kind !== 'corrected' ? describe(wrong, scene) : event.body.reason
    }
    default:
      return ''
  }
}

function resultOf(id: string, { state, say }: Scene): string {
  const vote = state.votes.find((one) => one.id === id)
  if (!vote) return ''
  const { for: yes, against, abstain } = vote.counts
  return say('form', 'voteResult', { result: say('results', vote.result), yes, against, abstain })
}
