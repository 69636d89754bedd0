import { documentUrls } from '#platform/documents/urls.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { actUrls } from '../urls.ts'
import type { ActView } from './act-view.ts'
import type { PublicRelation } from './beside-queries.ts'
import { besideUrls } from './urls.ts'

/** An act as data: what its page shows, and nothing else. */
export const actAsData = (view: ActView, url: string) => {
  const { act: a, institution } = view
  const record = actUrls.act(a.slug)
  return {
    id: a.id,
    url: url + record,
    linkedData: url + versionUrls.linkedData(record),
    institution: { slug: institution.slug, name: institution.name, jurisdiction: institution.jurisdiction },
    body: a.bodyId === null ? null : { id: a.bodyId, name: a.bodyName, nameEn: a.bodyNameEn },
    ...namesOf(view),
    ...daysOf(view),
    ...originOf(view, url),
    ...textOf(view, url),
    relations: view.relations.map((one) => relationAsData(one, url)),
    lacking: view.lacking.map(({ id }) => id),
    ...happenedOf(view, url),
    topics: view.topics.map(({ id, name }) => ({ id, name })),
    places: view.places.map(({ id, name }) => ({ id, name })),
    version: a.version,
    publishedAt: a.publishedAt,
    changedAt: a.changedAt,
  }
}

const happenedOf = ({ amendments, events, postings, returns }: ActView, url: string) => ({
  amendments: amendments.map(({ ordinal, article, words, mover, state, nodeIds, note }) => ({
    ordinal,
    article,
    words,
    mover,
    state,
    nodes: nodeIds,
    note,
  })),
  returns: returns.map(({ returnedOn, reasons, protocol, outcome, outcomeOn }) => ({
    returnedOn,
    reasons,
    protocol,
    outcome,
    outcomeOn,
  })),
  postings: postings.map(({ place, postedOn, takenOffOn }) => ({ place, postedOn, takenOffOn })),
  events: events.map(({ kind, happenedOn, reason, protocol, at, by }) => ({
    kind,
    happenedOn,
    reason,
    protocol,
    at,
    by: by && url + actUrls.act(by.slug),
  })),
})

const namesOf = ({ act: a }: ActView) => ({
  kind: a.kind,
  kindWords: a.kindWords,
  nature: a.nature,
  series: a.series,
  year: a.year,
  serial: a.serial,
  number: a.number,
  title: a.title,
  titleEn: a.titleEn,
  lang: a.lang,
  summary: a.summary,
  state: a.state,
  history: a.history,
  restricted: a.restricted ? { ground: a.restrictedGround } : null,
  void: a.state === 'void' ? { reason: a.voidReason } : null,
})

const daysOf = ({ act: a, force, today }: ActView) => ({
  adoptedOn: a.adoptedOn,
  adoptedWords: a.adoptedWords,
  signed: { on: a.signedOn, chair: a.chairName, secretary: a.secretaryName },
  numberedAt: a.numberedAt,
  announcedOn: a.announcedOn,
  announceBy: a.announceBy,
  legality: a.legality,
  force: {
    today: force,
    on: today,
    from: a.inForceFrom,
    to: a.inForceTo,
    suspendedFrom: a.suspendedFrom,
    basis: a.forceBasis,
    article: a.forceArticle,
    stated: a.statedForce,
  },
})

const originOf = ({ act: a, vote, ballots, matter }: ActView, url: string) => ({
  proposer: { kind: a.proposerKind, name: a.proposer },
  commission: a.commissionName,
  paper: matter?.paperId ? url + besideUrls.paper(matter.paperId) : null,
  meeting: matter?.meetingSlug ? url + besideUrls.meeting(matter.meetingSlug) : null,
  vote: vote && {
    url: a.restricted ? null : url + besideUrls.vote(vote.meetingSlug, vote.id),
    method: vote.method,
    result: vote.result,
    for: vote.votesFor,
    against: vote.votesAgainst,
    abstain: vote.votesAbstain,
    notVoting: vote.notVoting,
    needed: vote.needed,
    present: vote.present,
    members: vote.members,
    ballots: ballots.map(({ name, party, choice }) => ({ name, party, choice })),
  },
})

const textOf = ({ act: a, text, held, files }: ActView, url: string) => {
  const record = actUrls.act(a.slug)
  return {
    text: {
      kind: text.kind,
      version: text.kind === 'articles' ? text.state.n : null,
      words: a.plainText,
    },
    states: held.map(({ n, role, from, to, note }) => ({
      n,
      role,
      from,
      to,
      note,
      url: url + versionUrls.one(record, n),
      akomaNtoso: url + versionUrls.file(record, n, 'xml'),
      data: url + versionUrls.file(record, n, 'json'),
    })),
    documents: files.map((one) => ({
      title: one.title,
      role: one.role,
      lang: one.ownLang,
      mediaType: one.mediaType,
      size: one.size,
      sha256: one.digest,
      url: url + documentUrls.one(one.id),
    })),
  }
}

const relationAsData = (one: PublicRelation, url: string) => ({
  id: one.id,
  kind: one.kind,
  direction: one.direction,
  state: one.state,
  byArticles: one.byArticles,
  ofArticles: one.ofArticles,
  effectiveOn: one.effectiveOn,
  other: one.other
    ? { url: url + actUrls.act(one.other.slug), number: one.other.number, title: one.other.title }
    : { url: null, number: null, title: one.otherWords },
})
