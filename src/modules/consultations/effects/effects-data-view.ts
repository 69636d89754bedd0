import { consultationUrls } from '../urls.ts'
import type { SaidRow } from './effect-queries.ts'
import type { PublicEffectsView, PublicPlace } from './public-effects-view.ts'
import { effectUrls } from './urls.ts'

/** What changed in a version and because of whom, as its page shows it; `next` is the address of what follows. */
export function effectsAsData(view: PublicEffectsView, url: string) {
  const { consultation, version, versions, next } = view
  const { slug } = consultation
  const own = url + effectUrls.data(slug)
  return {
    url: version ? `${own}?versioni=${version.n}` : own,
    consultation: { url: url + consultationUrls.one(slug), title: consultation.title },
    versions: versions.map(({ n, publishedAt }) => ({ n, publishedAt, url: `${own}?versioni=${n}` })),
    version: version && { n: version.n, publishedAt: version.publishedAt, basedOn: view.earlier },
    changed: view.count,
    becauseOfComments: view.explained,
    places: view.places.map((place) => placeAsData(place, slug, url)),
    next: version && next !== null ? `${own}?versioni=${version.n}&nga=${next}` : null,
    acceptedWithoutChange: {
      number: view.withoutCount,
      answers: view.without.map(({ code, decision, number, comments }) => ({
        code,
        decision,
        url: url + effectUrls.answer(slug, code),
        number,
        comments,
      })),
    },
  }
}

const placeAsData = (place: PublicPlace, slug: string, url: string) => ({
  node: place.nodeId,
  name: place.words,
  change: place.change,
  url: url + place.href,
  before: place.before,
  after: place.after,
  answers: place.answers.map((answer) => answerAsData(answer, slug, url)),
})

const answerAsData = ({ code, decision, reason, number, comments }: SaidRow, slug: string, url: string) => ({
  code,
  decision,
  reason,
  url: url + effectUrls.answer(slug, code),
  number,
  comments: comments.map((comment) => ({
    code: comment.code,
    url: url + consultationUrls.comment(slug, comment.code),
  })),
})
