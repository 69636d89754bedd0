import type { InEveryLanguage, Lang } from '#platform/i18n/language.ts'
import { piecesOf } from '#platform/search/index/index-row-rules.ts'
import type { SearchDocument, SearchSource } from '#platform/search/search-source.ts'
import { wordsOfNodes } from '#platform/texts/node-rules.ts'
import { articlesOf, isDivision, treeOf, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import type { TextNode } from '#platform/texts/text-queries.ts'
import { civilDateIn, startOfDay } from '#platform/time/civil-date.ts'
import { ACT_RECORD, forceOn } from '../act-rules.ts'
import { wordsOn } from '../relations/state-rules.ts'
import { textsIn as actTexts } from '../texts.ts'
import { actUrls } from '../urls.ts'
import { nameOf } from './act-base-view.ts'
import { listNodesOfVersions } from './article-queries.ts'
import { listDoneTo, listRelatedTitles, listStatesOfActs } from './found-queries.ts'
import { foundTexts } from './found-texts.ts'
import { listFoundActs, listPublicActIds, type FoundAct } from './published-act-queries.ts'
import { textsIn } from './texts.ts'

const FORCES = ['in-force', 'not-yet', 'repealed', 'suspended', 'not-known', 'numbered', 'never'] as const
type FoundState = (typeof FORCES)[number]

const inBoth = <Words>(words: (lang: Lang) => Words): InEveryLanguage<Words> => ({ sq: words('sq'), en: words('en') })

/** An act by its number, kind, title and summary; and each article of the words that hold today. */
export const actSearch: SearchSource = {
  subjectKind: ACT_RECORD,
  kinds: {
    'council-act': inBoth((lang) => foundTexts(lang).act),
    'council-act-article': inBoth((lang) => foundTexts(lang).article),
  },
  states: Object.fromEntries(FORCES.map((state) => [state, inBoth((lang) => foundTexts(lang).states[state])])),
  async find(db, ids, now) {
    const found = await listFoundActs(db, ids)
    const [states, related] = await Promise.all([listStatesOfActs(db, ids), listRelatedTitles(db, ids)])
    const shown = found.map((act) => {
      const own = states.filter(({ actId }) => actId === act.id)
      const coming = own.flatMap(({ holdsFrom }) => holdsFrom ?? [])
      return { act: { ...act, coming }, state: act.textId === null ? null : wordsOn(civilDateIn(act.zone, now), own) }
    })
    const versions = shown.flatMap(({ state }) => (state ? [state.versionId] : []))
    const nodes = Map.groupBy(await listNodesOfVersions(db, versions), (node) => node.versionId)
    return shown.flatMap(({ act, state }) => [
      documentOf(act, now, related.find(({ actId }) => actId === act.id)?.titles ?? []),
      ...articleDocuments(act, now, state ? (nodes.get(state.versionId) ?? []) : []),
    ])
  },
  idsAfter: listPublicActIds,
  // They are found by the titles of the acts that they change.
  alsoChanged: async (db, ids) => (await listDoneTo(db, ids)).map((id) => `${ACT_RECORD}:${id}`),
}

/** With the days on which other words of it hold. */
type Found = FoundAct & { coming: readonly string[] }

const headOf = (act: Found, now: Date) => ({
  subject: act.subject,
  matter: act.subject,
  institutionId: act.institutionId,
  lang: act.lang,
  title: act.title,
  publishedAt: act.publishedAt,
  changedAt: act.changedAt,
  day: act.day,
  state: stateOf(act, now),
  topics: act.topics,
  places: act.places,
  dueOn: null,
  changesAt: changesAt(act, now),
})

function documentOf(act: Found, now: Date, related: readonly string[]): SearchDocument {
  const [name, kind] = [nameOf('sq', act), actTexts('sq').kinds[act.kind]]
  // Its name begins with the kind already, unless the source calls it otherwise.
  const other = name.toLowerCase().startsWith(kind.toLowerCase()) ? null : kind
  const said = [name, other, act.bodyName, act.summary, act.proposer, act.commissionName]
  return {
    ...headOf(act, now),
    part: '',
    kind: 'council-act',
    heading: name,
    body: [...said, ...related].filter(Boolean).join('\n'),
    translated:
      act.titleEn === null || act.lang === 'en'
        ? null
        : { lang: 'en', title: act.titleEn, body: [nameOf('en', act), act.bodyNameEn].filter(Boolean).join('\n') },
    numbers: [act.number, act.serial !== null && act.year !== null ? `${act.serial}/${act.year}` : null].filter(
      (one, at, all): one is string => one !== null && all.indexOf(one) === at,
    ),
    href: actUrls.act(act.slug),
  }
}

type Passage = { part: string; heading: string | null; body: string; href: string }

/** Words without articles are found in pieces. */
function articleDocuments(act: Found, now: Date, nodes: readonly TextNode[]): SearchDocument[] {
  const tree = treeOf(nodes)
  const articles = articlesOf(tree).map((article): Passage => ({
    part: article.nodeId,
    heading: headingOf(act, article),
    body: wordsOfNodes([article, ...beneath(article)]),
    href: actUrls.article(act.slug, article.nodeId),
  }))
  const passages = nodes.length === 0 ? plainPassages(act) : [...articles, ...looseOf(act, tree)]
  return passages
    .filter(({ body }) => body.trim() !== '')
    .flatMap(({ body, part, ...passage }) =>
      piecesOf(body).map((piece, at) => ({
        ...headOf(act, now),
        ...passage,
        part: at === 0 ? part : `${part}.${at + 1}`,
        kind: 'council-act-article',
        borrowedTitle: true as const,
        body: piece,
        numbers: [],
      })),
    )
}

const plainPassages = (act: FoundAct): Passage[] =>
  act.plainText === null
    ? []
    : [{ part: 'text', heading: nameOf('sq', act), body: act.plainText, href: `${actUrls.act(act.slug)}#teksti` }]

/** What stands in no article: preambles, and annexes with their tables. */
function looseOf(act: FoundAct, nodes: readonly ShownNode[]): Passage[] {
  const loose = nodes.filter((node) => node.kind !== 'article' && !isDivision(node))
  const deeper = nodes.filter(isDivision).flatMap((node) => looseOf(act, node.children))
  const [first] = loose
  if (!first) return deeper
  const body = loose.flatMap((node) => [node, ...beneath(node)]).map(({ heading, body: words }) => [heading, words])
  const words = body.flat().filter(Boolean).join('\n')
  return [{ part: first.nodeId, heading: nameOf('sq', act), body: words, href: actUrls.act(act.slug) }, ...deeper]
}

const ARTICLE = (act: FoundAct, label: string | null): string | null =>
  label && textsIn(act.lang).article.title(label.replace(/[.)]$/, ''))

const headingOf = (act: FoundAct, { label, heading }: ShownNode): string =>
  [nameOf(act.lang, act), ARTICLE(act, label), heading].filter(Boolean).join(' · ')

const beneath = (node: ShownNode): ShownNode[] => node.children.flatMap((child) => [child, ...beneath(child)])

function stateOf(act: FoundAct, now: Date): FoundState {
  if (act.state === 'numbered') return 'numbered'
  return forceOn(civilDateIn(act.zone, now), act)
}

/** The next day on which it begins, stops or ends, or on which other words of it hold. */
function changesAt({ inForceFrom, inForceTo, suspendedFrom, zone, coming: days }: Found, now: Date): Date | null {
  const coming = [inForceFrom, inForceTo, suspendedFrom, ...days]
    .flatMap((day) => (day === null ? [] : [startOfDay(day, zone)]))
    .filter((at) => at > now)
  return coming.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null
}
